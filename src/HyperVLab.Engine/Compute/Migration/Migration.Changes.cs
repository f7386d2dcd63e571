namespace HyperVLab.Engine.Compute;

public sealed partial class Migration
{
    /// <summary>Goes to its next phase, and waits for the event that ends it.</summary>
    internal void Enter(MigrationPhase phase, TimeSpan now, long? ends)
    {
        if (Steps is not [.., { } last] || last.Phase != phase)
        {
            Steps = [.. Steps, new MigrationStep(phase, now)];
        }

        (Phase, Event) = (phase, ends);
    }

    /// <summary>Begins to send what remains.</summary>
    internal void Send(TimeSpan now) => (SendingSince, RateSince, SentBytes) = (now, now, 0);

    /// <summary>Goes on sending at another rate, until an event.</summary>
    internal void SendAt(long bytesPerSecond, long sentBytes, TimeSpan now, long ends) =>
        (BytesPerSecond, SentBytes, RateSince, Event) = (bytesPerSecond, sentBytes, now, ends);

    /// <summary>Sends at another rate from the next step on.</summary>
    internal void SendAt(long bytesPerSecond) => BytesPerSecond = bytesPerSecond;

    /// <summary>Says what has still to be sent.</summary>
    internal void Leave(long remainingBytes) => RemainingBytes = remainingBytes;

    /// <summary>Notes a pass.</summary>
    internal void Add(MigrationPass pass) => Passes = [.. Passes, pass];

    /// <summary>Notes whether the target keeps what the machine needs.</summary>
    internal void HoldTarget(bool holds) => HoldsTarget = holds;

    /// <summary>Notes that the machine stands still.</summary>
    internal void StopAt(TimeSpan now) => StoppedAt = now;

    /// <summary>Notes that the machine runs again.</summary>
    internal void ResumeAt(TimeSpan now) => Blackout = now - StoppedAt;

    /// <summary>Forgets an adapter that goes away.</summary>
    internal void ForgetLink() => Link = null;

    /// <summary>Ends it.</summary>
    internal void End(bool succeeded, TimeSpan now)
    {
        Phase = succeeded ? MigrationPhase.Succeeded : MigrationPhase.Failed;
        Event = null;
        Link = null;
        EndTime = now;
    }

    /// <summary>Forgets a machine that is removed.</summary>
    internal void ForgetVM() => VM = null;
}
