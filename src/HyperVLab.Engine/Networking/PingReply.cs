using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>
/// What became of a session's echo requests in a row, which is the same for all: how long each answer took is drawn
/// when somebody asks. A session's rows stand in the order in which that became known.
/// </summary>
public sealed class PingReply : IEntity<PingReply>
{
    internal PingReply(Key<PingReply> key, Key<Ping> ping, int sequence, PingOutcome outcome)
    {
        Key = key;
        Ping = ping;
        Sequence = sequence;
        Count = 1;
        Status = outcome.Status;
        Late = outcome.Late;
        From = outcome.From;
        Legs = outcome.Legs;
    }

    /// <inheritdoc/>
    public Key<PingReply> Key { get; private set; }

    /// <summary>The session.</summary>
    public Key<Ping> Ping { get; private set; }

    /// <summary>The first of the session's echo requests that it tells of, from 1.</summary>
    public int Sequence { get; private set; }

    /// <summary>Of how many it tells.</summary>
    public int Count { get; private set; }

    /// <summary>What became of them.</summary>
    public PingStatus Status { get; private set; }

    /// <summary>
    /// By how much answers came later than on a quiet network; null where the target did not answer.
    /// </summary>
    public TimeSpan? Late { get; private set; }

    /// <summary>Whose answers they were, by address; null where none came.</summary>
    public string? From { get; private set; }

    /// <summary>
    /// Over how many networks they went, one more than routers; none to the pinging computer itself.
    /// </summary>
    public int Legs { get; private set; }

    /// <summary>What became of each.</summary>
    internal PingOutcome Outcome => new(Status, Late, From, Legs);

    /// <summary>The same became of more.</summary>
    internal void Extend(int count) => Count += count;

    /// <summary>The same became of the next one, if it did: false for anything else.</summary>
    internal bool TryExtend(int sequence, PingOutcome outcome)
    {
        if (sequence != Sequence + Count || outcome with { SteadyUntil = default } != Outcome)
        {
            return false;
        }

        Count++;
        return true;
    }
}
