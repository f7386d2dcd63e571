namespace HyperVLab.Engine.Compute.Views;

/// <summary>A TCP connection as it stands or as it went.</summary>
public sealed record FlowView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>The number of the job that waited until it was established.</summary>
    public int? JobKey { get; init; }

    /// <summary>Who sends.</summary>
    public required string Source { get; init; }

    /// <summary>The sender's address.</summary>
    public required string SourceAddress { get; init; }

    /// <summary>Who gets it.</summary>
    public required string Destination { get; init; }

    /// <summary>The other end's address.</summary>
    public required string DestinationAddress { get; init; }

    /// <summary>The port at which the other end listens.</summary>
    public required int Port { get; init; }

    /// <summary>How it gets on.</summary>
    public required FlowState State { get; init; }

    /// <summary>Why it is no more.</summary>
    public required FlowReason Reason { get; init; }

    /// <summary>How many bytes to send; null for without end.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>How fast to send at most, in bits a second; null for as fast as the way allows.</summary>
    public long? LimitBitsPerSecond { get; init; }

    /// <summary>How many bytes have got there.</summary>
    public required long Bytes { get; init; }

    /// <summary>How fast they get there now, in bits a second.</summary>
    public required long BitsPerSecond { get; init; }

    /// <summary>How fast they got there on average since it was established, in bits a second.</summary>
    public required long AverageBitsPerSecond { get; init; }

    /// <summary>What holds it back; empty where nothing does.</summary>
    public required string Bottleneck { get; init; }

    /// <summary>How many segments were sent again.</summary>
    public required long Retransmits { get; init; }

    /// <summary>How often it came to stand still.</summary>
    public required int Stalls { get; init; }

    /// <summary>The longest time for which it stood still.</summary>
    public required TimeSpan LongestStall { get; init; }

    /// <summary>When it began, since the lab began.</summary>
    public required TimeSpan StartTime { get; init; }

    /// <summary>When it ended; null while it has not.</summary>
    public TimeSpan? EndTime { get; init; }

    internal static FlowView Of(LabState lab, Flow flow) => new()
    {
        Key = flow.Key.Number,
        JobKey = flow.Job?.Number,
        Source = NameOf(lab, flow.From),
        SourceAddress = flow.From.Address,
        Destination = NameOf(lab, flow.To),
        DestinationAddress = flow.To.Address,
        Port = flow.Port,
        State = flow.State,
        Reason = flow.Reason,
        SizeBytes = flow.SizeBytes,
        LimitBitsPerSecond = flow.LimitBitsPerSecond,
        Bytes = flow.BytesAt(lab.Now),
        BitsPerSecond = flow.BitsPerSecond,
        AverageBitsPerSecond = AverageOf(flow, lab.Now),
        Bottleneck = flow.Bottleneck,
        Retransmits = flow.RetransmitsAt(lab.Now),
        Stalls = flow.Stalls,
        LongestStall = flow.LongestStallAt(lab.Now),
        StartTime = flow.StartTime,
        EndTime = flow.EndTime,
    };

    private static string NameOf(LabState lab, FlowEnd end) =>
        end.VM is { } vm ? lab.NameOf(vm) : end.Computer is { } computer ? lab.NameOf(computer) : end.Name;

    private static long AverageOf(Flow flow, TimeSpan now) =>
        flow.EstablishedAt is { } began && (flow.EndTime ?? now) - began is { Ticks: > 0 } time
            ? (long)((Int128)flow.BytesAt(now) * 8 * TimeSpan.TicksPerSecond / time.Ticks)
            : 0;
}
