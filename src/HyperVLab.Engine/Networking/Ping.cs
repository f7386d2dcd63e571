using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>A ping session: one echo request after the other to one target.</summary>
public sealed class Ping : IEntity<Ping>
{
    internal Ping(Key<Ping> key, Key<LabJob>? job, Key<PhysicalComputer> source, PingPlan plan, TimeSpan now)
    {
        Key = key;
        Job = job;
        Source = source;
        Plan = plan;
        StartTime = now;
    }

    /// <inheritdoc/>
    public Key<Ping> Key { get; private set; }

    /// <summary>The job that shows it.</summary>
    public Key<LabJob>? Job { get; private set; }

    /// <summary>The computer that pings.</summary>
    public Key<PhysicalComputer> Source { get; private set; }

    /// <summary>Whom, how often and how long.</summary>
    public PingPlan Plan { get; private set; }

    /// <summary>When it began, since the lab began.</summary>
    public TimeSpan StartTime { get; private set; }

    /// <summary>When it ended; null while it goes on.</summary>
    public TimeSpan? EndTime { get; private set; }

    /// <summary>How many echo requests were sent.</summary>
    public int Sent { get; private set; }

    /// <summary>How many were answered.</summary>
    public int Received { get; private set; }

    /// <summary>Of how many it is known that they were not.</summary>
    public int Lost { get; private set; }

    /// <summary>The event that sends the next; null where none is to follow, and in a session without end.</summary>
    public long? NextSend { get; private set; }

    /// <summary>
    /// In a session without end, the place of the next among the events of its time: it is none itself.
    /// </summary>
    public long? NextPlace { get; private set; }

    /// <summary>What is known of those of which it became known last.</summary>
    public Key<PingReply>? LastReply { get; private set; }

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => EndTime is not null;

    /// <summary>When the next is sent, since the lab began, if one is.</summary>
    internal TimeSpan NextDue => SentAt(Sent + 1);

    /// <summary>Whether every echo request that it was to send has been sent and concluded.</summary>
    public bool IsDone => Plan.Count is { } count && Received + Lost >= count;

    /// <summary>An echo request goes out; returns its number, from 1.</summary>
    internal int Send() => ++Sent;

    /// <summary>When an echo request is sent, by its number from 1.</summary>
    internal TimeSpan SentAt(int sequence) => StartTime + TimeSpan.FromTicks(Plan.Delay.Ticks * (sequence - 1));

    /// <summary>Says which event sends the next.</summary>
    internal void AwaitNext(long? sequence) => NextSend = sequence;

    /// <summary>Says where the next has its place, in a session without end.</summary>
    internal void PlaceNext(long place) => NextPlace = place;

    /// <summary>It is known what became of one, and written down there.</summary>
    internal void Conclude(PingStatus status, Key<PingReply> reply)
    {
        LastReply = reply;
        Received += status == PingStatus.Success ? 1 : 0;
        Lost += status == PingStatus.Success ? 0 : 1;
    }

    /// <summary>As many more were sent and answered.</summary>
    internal void Repeat(int count) => (Sent, Received) = (Sent + count, Received + count);

    /// <summary>No more are sent, and what is not concluded never will be.</summary>
    internal void End(TimeSpan now) => (EndTime, NextSend, NextPlace) = (now, null, null);
}
