using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>What became of one echo request; rows stand in the order in which that became known.</summary>
public sealed class PingReply : IEntity<PingReply>
{
    internal PingReply(Key<PingReply> key, Key<Ping> ping, int sequence, TimeSpan sentAt, PingOutcome outcome)
    {
        Key = key;
        Ping = ping;
        Sequence = sequence;
        SentAt = sentAt;
        Status = outcome.Status;
        Roundtrip = outcome.Roundtrip;
        From = outcome.From;
    }

    /// <inheritdoc/>
    public Key<PingReply> Key { get; private set; }

    /// <summary>The session.</summary>
    public Key<Ping> Ping { get; private set; }

    /// <summary>Which of the session's echo requests, from 1.</summary>
    public int Sequence { get; private set; }

    /// <summary>When it was sent, since the lab began.</summary>
    public TimeSpan SentAt { get; private set; }

    /// <summary>What became of it.</summary>
    public PingStatus Status { get; private set; }

    /// <summary>How long the answer took; null where the target did not answer.</summary>
    public TimeSpan? Roundtrip { get; private set; }

    /// <summary>Whose answer it was, by address; null where none came.</summary>
    public string? From { get; private set; }
}
