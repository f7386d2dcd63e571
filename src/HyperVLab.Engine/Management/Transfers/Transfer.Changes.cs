using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

public sealed partial class Transfer
{
    /// <summary>Whether it stays within one computer.</summary>
    internal bool IsLocal => Source == Target;

    /// <summary>Whether it takes idle bandwidth only.</summary>
    internal bool IsBackground => Priority != TransferPriority.Foreground && BandwidthPercent is null;

    /// <summary>Whether it is sent, or is to be sent as soon as that is possible.</summary>
    internal bool IsActive =>
        State is TransferState.Queued or TransferState.Transferring or TransferState.TransientError;

    /// <summary>Says what the content to be sent is.</summary>
    internal void Seal(string? checksum) => Checksum = checksum;

    /// <summary>Says how urgent it is, and how much of a link it may take.</summary>
    internal void Prefer(TransferPriority priority, int? bandwidthPercent) =>
        (Priority, BandwidthPercent) = (priority, bandwidthPercent);

    /// <summary>Says which file keeps room for it.</summary>
    internal void KeepRoom(Key<StoredFile>? partial) => (Partial, IsLost) = (partial, false);

    /// <summary>What is to be sent is gone.</summary>
    internal void ForgetFile() => File = null;

    /// <summary>What has arrived is gone.</summary>
    internal void Lose() => (Partial, Arrived, IsLost) = (null, null, true);

    /// <summary>Waits for its turn.</summary>
    internal void Queue() => (State, ErrorKey, ErrorArguments) = (TransferState.Queued, null, []);

    /// <summary>Waits for somebody.</summary>
    internal void Suspend() => State = TransferState.Suspended;

    /// <summary>Begins a stretch.</summary>
    internal void Go(Key<Flow>? flow, TimeSpan now) =>
        (State, Flow, Since, FailedAt) = (TransferState.Transferring, flow, now, null);

    /// <summary>Ends a stretch with which so many bytes have arrived.</summary>
    internal void EndStretch(long bytes, TimeSpan now)
    {
        if (bytes > Bytes)
        {
            Stretches = [.. Stretches, new TransferStretch(Bytes, bytes - Bytes, Since ?? now, now)];
            SentBytes += bytes - Bytes;
            FailingSince = null;
        }

        (Bytes, Flow, Since) = (bytes, null, null);
    }

    /// <summary>It cannot go on for now.</summary>
    internal void Interrupt(LabError why, IReadOnlyList<string> arguments, bool isOffline, TimeSpan now)
    {
        (State, ErrorKey, ErrorArguments) = (TransferState.TransientError, why.Key, arguments);
        (FailedAt, FailingSince, IsOffline) = (now, FailingSince ?? now, isOffline);
        ErrorCount++;
    }

    /// <summary>It cannot go on by itself.</summary>
    internal void Fail(LabError why, IReadOnlyList<string> arguments)
    {
        (State, ErrorKey, ErrorArguments) = (TransferState.Error, why.Key, arguments);
        ErrorCount++;
    }

    /// <summary>What has been tried before does not count any more.</summary>
    internal void ForgiveErrors() => (FailingSince, FailedAt) = (null, null);

    /// <summary>Begins anew.</summary>
    internal void Restart()
    {
        (Bytes, Stretches, CompletionTime) = (0, [], null);
        Restarts++;
    }

    /// <summary>All of it has arrived.</summary>
    internal void Arrive(Key<StoredFile>? file, TimeSpan now) =>
        (State, Partial, Arrived, CompletionTime) = (TransferState.Transferred, null, file, now);

    /// <summary>Says what it waits for.</summary>
    internal void Await(long? sequence, TimeSpan? due) => (Event, Due) = (sequence, due);
}
