using HyperVLab.Disks;

namespace HyperVLab.Engine.Compute;

/// <summary>What a workload writes to its disk: it says how that lies there, and writes and reads it.</summary>
internal abstract record WorkloadContent
{
    /// <summary>What writes it.</summary>
    public abstract WorkloadKind Kind { get; }

    /// <summary>Reads what a workload wrote to a disk; null where none has.</summary>
    public static WorkloadReading? Read(VirtualDisk disk)
    {
        if (FillReader.Find(disk) is { } fill)
        {
            return new FillReader(disk, fill).Read();
        }

        return LedgerReader.Read(disk, WorkloadArea.LedgerOffset) is { } ledger
            ? new WorkloadReading(new LedgerContent(ledger.Shape), ledger.Count, ledger.Torn, ledger.Problem)
            : null;
    }

    /// <summary>Begins it, whatever stands there.</summary>
    public abstract void Format(VirtualDisk disk, int flushEvery);

    /// <summary>Brings it from one state to another.</summary>
    /// <param name="disk">The disk.</param>
    /// <param name="known">What is there; null where nobody knows.</param>
    /// <param name="wanted">What is to be there.</param>
    public abstract void Write(VirtualDisk disk, WrittenContent? known, WrittenContent wanted);

    /// <summary>Whether a disk's file has the room ahead of what was written that it is to have.</summary>
    public virtual bool HasRoom(VirtualDisk disk, WrittenContent wanted) => true;

    /// <summary>Where it ends on a disk once so many operations are written.</summary>
    public abstract long EndAfter(long count);

    /// <summary>What is said where everything is there.</summary>
    public abstract string Sound { get; }
}
