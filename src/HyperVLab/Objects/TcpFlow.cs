using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A TCP connection, as Get-LabFlow writes it.</summary>
public sealed class TcpFlow : LabObject<FlowView, Flow>
{
    internal TcpFlow(LabHandle handle, FlowView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its number.</summary>
    public int Id => Number;

    /// <summary>Who sends.</summary>
    public string Source => View.Source;

    /// <summary>The sender's address.</summary>
    public string SourceAddress => View.SourceAddress;

    /// <summary>Who gets it.</summary>
    public string Destination => View.Destination;

    /// <summary>The other end's address.</summary>
    public string DestinationAddress => View.DestinationAddress;

    /// <summary>The port at which the other end listens.</summary>
    public int Port => View.Port;

    /// <summary>How it gets on.</summary>
    public FlowState State => View.State;

    /// <summary>Why it is no more; None while it is.</summary>
    public FlowReason Reason => View.Reason;

    /// <summary>How many bytes it is to send; empty for without end.</summary>
    public long? SizeBytes => View.SizeBytes;

    /// <summary>How fast it is to send at most, in bits a second; empty for as fast as the way allows.</summary>
    public long? LimitBitsPerSecond => View.LimitBitsPerSecond;

    /// <summary>How many bytes have got there.</summary>
    public long Bytes => View.Bytes;

    /// <summary>How fast they get there now, in bits a second.</summary>
    public long BitsPerSecond => View.BitsPerSecond;

    /// <summary>How fast they got there on average since it was established, in bits a second.</summary>
    public long AverageBitsPerSecond => View.AverageBitsPerSecond;

    /// <summary>What holds it back: a link or a processor; empty where nothing does.</summary>
    public string Bottleneck => View.Bottleneck;

    /// <summary>How many segments were sent again.</summary>
    public long Retransmits => View.Retransmits;

    /// <summary>How often it came to stand still.</summary>
    public int Stalls => View.Stalls;

    /// <summary>The longest time for which it stood still.</summary>
    public TimeSpan LongestStall => View.LongestStall;

    /// <summary>When it began, since the lab began.</summary>
    public TimeSpan StartTime => View.StartTime;

    /// <summary>When it ended; empty while it goes on.</summary>
    public TimeSpan? EndTime => View.EndTime;

    /// <summary>Who sends to whom.</summary>
    public override string ToString() => $"{Source} -> {Destination}:{Port}";
}
