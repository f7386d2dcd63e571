using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// What the guest of a virtual machine is busy with. It holds counts as of a moment and the pace since then; what it
/// has done by now, and the bytes on its disk, follow from these.
/// </summary>
public sealed partial class Workload : IEntity<Workload>
{
    internal Workload(Key<Workload> key, Key<VirtualMachine> vm, WorkloadKind kind, TimeSpan now)
    {
        Key = key;
        VM = vm;
        Kind = kind;
        StartTime = now;
        From = now;
        State = WorkloadState.Waiting;
        IsOn = true;
    }

    /// <inheritdoc/>
    public Key<Workload> Key { get; private set; }

    /// <summary>Its virtual machine.</summary>
    public Key<VirtualMachine> VM { get; private set; }

    /// <summary>What it does.</summary>
    public WorkloadKind Kind { get; private set; }

    /// <summary>When it was started.</summary>
    public TimeSpan StartTime { get; private set; }

    /// <summary>Whether nobody has stopped it.</summary>
    public bool IsOn { get; private set; }

    /// <summary>Whether it goes on by itself after its guest was booted.</summary>
    public bool StartsWithGuest { get; private set; }

    /// <summary>How many operations it is asked for in a second.</summary>
    public int Rate { get; private set; }

    /// <summary>After how many operations it flushes; 0 where each is written through.</summary>
    public int FlushEvery { get; private set; }

    /// <summary>The drive that it writes to; null where it writes to none.</summary>
    public Key<VMHardDiskDrive>? Drive { get; private set; }

    /// <summary>The file of that drive to which it writes.</summary>
    public Key<StoredFile>? File { get; private set; }

    /// <summary>The LUN to which it writes, where its machine has that whole; null where it writes to a file.</summary>
    public Key<Lun>? Lun { get; private set; }

    /// <summary>What its operations are drawn from.</summary>
    public long Seed { get; private set; }

    /// <summary>How many accounts its ledger has.</summary>
    public int Accounts { get; private set; }

    /// <summary>How many transfers a round of its ledger has.</summary>
    public int Slots { get; private set; }

    /// <summary>What its guest wrote to memory in a second before, in bytes.</summary>
    public long DirtyBytesBefore { get; private set; }

    /// <summary>The working set of its guest before, in bytes.</summary>
    public long HotSetBytesBefore { get; private set; }

    /// <summary>What its guest wrote all over its memory in a second before, in bytes.</summary>
    public long SweepBytesBefore { get; private set; }

    /// <summary>Whether it gets on.</summary>
    public WorkloadState State { get; private set; }

    /// <summary>What of its disk keeps it from writing; null where nothing does.</summary>
    public WorkloadState? Hindrance { get; private set; }

    /// <summary>Since when it works at its present pace.</summary>
    public TimeSpan From { get; private set; }

    /// <summary>How long an operation takes, in ticks of 100 ns; 0 where it stands still.</summary>
    public long OperationTicks { get; private set; }

    /// <summary>How many of a hundred operations fail and are tried again.</summary>
    public int ErrorPercent { get; private set; }

    /// <summary>How many operations the guest had made by then; after a crash, how many its disk has.</summary>
    public long Count { get; private set; }

    /// <summary>How many of them a flush covers that came before its turn, as when it is stopped.</summary>
    public long Flushed { get; private set; }

    /// <summary>How many the guest was told are durable by then.</summary>
    public long Told { get; private set; }

    /// <summary>How many a host that keeps writes back had written by then.</summary>
    public long WrittenBack { get; private set; }

    /// <summary>Whether an operation was under way when it last stopped getting on.</summary>
    public bool IsInFlight { get; private set; }

    /// <summary>What a crash left of the operation after those.</summary>
    public LedgerTail Tail { get; private set; }

    /// <summary>How many crashes it has been through.</summary>
    public int Crashes { get; private set; }

    /// <summary>How many acknowledged operations its guest did not find again.</summary>
    public long Lost { get; private set; }

    /// <summary>How many torn records its guest found.</summary>
    public int Torn { get; private set; }

    /// <summary>How many operations failed and were tried again, by then.</summary>
    public long Retries { get; private set; }
}
