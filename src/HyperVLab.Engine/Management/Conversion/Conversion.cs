using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>
/// The conversion of a physical server into a virtual machine: what is to come of it, and of which instant its copy is.
/// It is gone when it is done.
/// </summary>
public sealed class Conversion : IEntity<Conversion>
{
    internal Conversion(Key<Conversion> key, Key<PhysicalComputer> source, ConvertedMachine machine)
    {
        Key = key;
        Source = source;
        Machine = machine;
        Disks = [];
    }

    /// <inheritdoc/>
    public Key<Conversion> Key { get; private set; }

    /// <summary>The computer of the server.</summary>
    public Key<PhysicalComputer> Source { get; private set; }

    /// <summary>What the virtual machine is to be.</summary>
    public ConvertedMachine Machine { get; private set; }

    /// <summary>Whether the server boots Windows PE to be copied.</summary>
    public bool IsOffline { get; private set; }

    /// <summary>Whether the server is shut down in the end.</summary>
    public bool ShutsDownSource { get; private set; }

    /// <summary>The disks that it makes, the system's first.</summary>
    public IReadOnlyList<ConvertedDisk> Disks { get; private set; }

    /// <summary>Of which moment the copy is; null before, and where that was lost.</summary>
    public TimeSpan? SnapshotAt { get; private set; }

    /// <summary>How many transfers the server's ledger had at that moment.</summary>
    public long SnapshotCount { get; private set; }

    /// <summary>How many transfers a second the ledger took down then.</summary>
    public int SnapshotRate { get; private set; }

    /// <summary>What of its source it waits for.</summary>
    public ConversionWait Wait { get; private set; }

    /// <summary>The virtual machine; null once it is gone.</summary>
    public Key<VirtualMachine>? VM { get; private set; }

    /// <summary>Whether it has its configuration and its disks.</summary>
    public bool IsMade { get; private set; }

    /// <summary>Says what is to be converted, and how.</summary>
    internal void Copy(IReadOnlyList<ConvertedDisk> disks, bool isOffline, bool shutsDownSource) =>
        (Disks, IsOffline, ShutsDownSource) = (disks, isOffline, shutsDownSource);

    /// <summary>The copy is of this moment.</summary>
    internal void TakeSnapshot(TimeSpan now, long count, int rate) =>
        (SnapshotAt, SnapshotCount, SnapshotRate) = (now, count, rate);

    /// <summary>The snapshot that was copied is lost.</summary>
    internal void LoseSnapshot() => SnapshotAt = null;

    /// <summary>Waits for something of its source, or for nothing more.</summary>
    internal void WaitFor(ConversionWait wait) => Wait = wait;

    /// <summary>The virtual machine is there, or gone.</summary>
    internal void Become(Key<VirtualMachine>? vm) => VM = vm;

    /// <summary>It has its configuration and its disks.</summary>
    internal void Make() => IsMade = true;

    /// <summary>Lets go of a file that goes.</summary>
    internal void Forget(Key<StoredFile> file) =>
        Disks = [.. Disks.Select(disk => disk.File == file ? disk with { File = null } : disk)];
}
