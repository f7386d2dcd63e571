using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>
/// Something that is sent from one computer to another in the background, for a step of an operation. It is gone when
/// the step has ended.
/// </summary>
public sealed partial class Transfer : IEntity<Transfer>, INamed
{
    internal Transfer(Key<Transfer> key, VmmOperation operation, TransferPlan plan, TimeSpan now)
    {
        Key = key;
        Name = plan.Name;
        Operation = operation.Key;
        Source = plan.Source;
        Target = plan.Target;
        File = plan.File;
        TargetPath = plan.TargetPath;
        IsFile = plan.File is not null;
        BytesTotal = plan.Bytes;
        Priority = plan.Priority;
        CreationTime = now;
        Stretches = [];
    }

    /// <inheritdoc/>
    public Key<Transfer> Key { get; private set; }

    /// <summary>What it is called.</summary>
    public string Name { get; private set; }

    /// <summary>The operation that waits for it.</summary>
    public Key<VmmOperation> Operation { get; private set; }

    /// <summary>The computer that has it.</summary>
    public Key<PhysicalComputer> Source { get; private set; }

    /// <summary>The computer that gets it.</summary>
    public Key<PhysicalComputer> Target { get; private set; }

    /// <summary>The file that is sent; null where it is none, and once it is gone.</summary>
    public Key<StoredFile>? File { get; private set; }

    /// <summary>Whether a file is sent.</summary>
    public bool IsFile { get; private set; }

    /// <summary>Where it arrives, by its full path on the target; null for no file.</summary>
    public string? TargetPath { get; private set; }

    /// <summary>The file that keeps room for it until it has arrived; null where there is none.</summary>
    public Key<StoredFile>? Partial { get; private set; }

    /// <summary>The file that has arrived; null before.</summary>
    public Key<StoredFile>? Arrived { get; private set; }

    /// <summary>How much it is.</summary>
    public long BytesTotal { get; private set; }

    /// <summary>The checksum of the content to be sent; null where no bytes are kept.</summary>
    public string? Checksum { get; private set; }

    /// <summary>How urgent it is.</summary>
    public TransferPriority Priority { get; private set; }

    /// <summary>
    /// How much of the slower link it takes at most, 1 to 100, idle or not; null for idle bandwidth only.
    /// </summary>
    public int? BandwidthPercent { get; private set; }

    /// <summary>How it gets on.</summary>
    public TransferState State { get; private set; }

    /// <summary>How much had arrived when the present stretch began.</summary>
    public long Bytes { get; private set; }

    /// <summary>How much was sent over the network so far, whatever became of it.</summary>
    public long SentBytes { get; private set; }

    /// <summary>What was sent, without a break each.</summary>
    public IReadOnlyList<TransferStretch> Stretches { get; private set; }

    /// <summary>The connection over which it is sent now; null where it is not, or within one computer.</summary>
    public Key<Flow>? Flow { get; private set; }

    /// <summary>When the present stretch began; null where none has.</summary>
    public TimeSpan? Since { get; private set; }

    /// <summary>How often it could not go on.</summary>
    public int ErrorCount { get; private set; }

    /// <summary>When it last could not go on; null where it can.</summary>
    public TimeSpan? FailedAt { get; private set; }

    /// <summary>Since when it has made no progress; null where it does.</summary>
    public TimeSpan? FailingSince { get; private set; }

    /// <summary>Whether its target had no network itself when it could not go on.</summary>
    public bool IsOffline { get; private set; }

    /// <summary>The key of the text that says why it cannot go on; null where it can.</summary>
    public string? ErrorKey { get; private set; }

    /// <summary>The arguments of that text.</summary>
    public IReadOnlyList<string> ErrorArguments { get; private set; } = [];

    /// <summary>How often what arrived was not what was sent, or was lost, so that it began anew.</summary>
    public int Restarts { get; private set; }

    /// <summary>Whether what has arrived is gone again.</summary>
    public bool IsLost { get; private set; }

    /// <summary>When it began, since the lab began.</summary>
    public TimeSpan CreationTime { get; private set; }

    /// <summary>When all of it had arrived; null before.</summary>
    public TimeSpan? CompletionTime { get; private set; }

    /// <summary>The event by which it goes on; null where none is foreseen.</summary>
    public long? Event { get; private set; }

    /// <summary>When that event is due.</summary>
    public TimeSpan? Due { get; private set; }
}
