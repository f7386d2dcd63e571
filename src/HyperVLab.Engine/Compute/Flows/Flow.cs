using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// A TCP connection over which one end sends to another. It holds counts as of a moment and the rate since then; what
/// it has sent by now follows from these.
/// </summary>
public sealed partial class Flow : IEntity<Flow>
{
    internal Flow(Key<Flow> key, Key<LabJob>? job, FlowEnd from, FlowEnd to, int port, TimeSpan now)
    {
        Key = key;
        Job = job;
        From = from;
        To = to;
        Port = port;
        StartTime = now;
        Since = now;
        State = FlowState.Connecting;
        Bottleneck = string.Empty;
    }

    /// <inheritdoc/>
    public Key<Flow> Key { get; private set; }

    /// <summary>The job that waits until it is established.</summary>
    public Key<LabJob>? Job { get; private set; }

    /// <summary>Who sends.</summary>
    public FlowEnd From { get; private set; }

    /// <summary>Who gets it.</summary>
    public FlowEnd To { get; private set; }

    /// <summary>The port at which the other end listens.</summary>
    public int Port { get; private set; }

    /// <summary>How many bytes to send; null for without end.</summary>
    public long? SizeBytes { get; private set; }

    /// <summary>How fast to send at most, in bits a second; null for as fast as the way allows.</summary>
    public long? LimitBitsPerSecond { get; private set; }

    /// <summary>Whether it only takes what other connections leave over.</summary>
    public bool IsBackground { get; private set; }

    /// <summary>How it gets on.</summary>
    public FlowState State { get; private set; }

    /// <summary>Why it is no more.</summary>
    public FlowReason Reason { get; private set; }

    /// <summary>When the first request to connect was sent, since the lab began.</summary>
    public TimeSpan StartTime { get; private set; }

    /// <summary>When it was established; null while it is not.</summary>
    public TimeSpan? EstablishedAt { get; private set; }

    /// <summary>When it ended; null while it has not.</summary>
    public TimeSpan? EndTime { get; private set; }

    /// <summary>As of when the counts are.</summary>
    public TimeSpan Since { get; private set; }

    /// <summary>How many bytes had got there by then.</summary>
    public long Bytes { get; private set; }

    /// <summary>How fast they get there since then, in bits a second.</summary>
    public long BitsPerSecond { get; private set; }

    /// <summary>The ports that its frames pass since then.</summary>
    public IReadOnlyList<FlowPort> Ports { get; private set; } = [];

    /// <summary>How many of a hundred frames are lost since then.</summary>
    public int LossPercent { get; private set; }

    /// <summary>What holds it back since then; empty where nothing does.</summary>
    public string Bottleneck { get; private set; }

    /// <summary>How many segments had been sent again by then.</summary>
    public long Retransmits { get; private set; }

    /// <summary>When it last came to stand still; null while it does not.</summary>
    public TimeSpan? StalledAt { get; private set; }

    /// <summary>How often it came to stand still.</summary>
    public int Stalls { get; private set; }

    /// <summary>The longest time for which it stood still and went on.</summary>
    public TimeSpan LongestStall { get; private set; }

    /// <summary>How often in a row something was sent again without an answer.</summary>
    public int Attempts { get; private set; }

    /// <summary>Whether the other end has lost what it knew of the connection.</summary>
    public bool IsForgotten { get; private set; }

    /// <summary>The event by which it goes on: the next try, or its last byte; null where none is foreseen.</summary>
    public long? Event { get; private set; }

    /// <summary>When that event is due.</summary>
    public TimeSpan? Due { get; private set; }

    /// <summary>How long before the next try the sender came to stand still itself; null while it runs.</summary>
    public TimeSpan? Held { get; private set; }
}
