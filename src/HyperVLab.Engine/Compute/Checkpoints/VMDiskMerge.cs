using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// A virtual hard disk that a removed checkpoint left, and that no drive uses any more: it takes up the disk above it,
/// as soon as there is one alone and the machine allows it.
/// </summary>
public sealed class VMDiskMerge : IEntity<VMDiskMerge>
{
    internal VMDiskMerge(Key<VMDiskMerge> key, VirtualMachine vm, Key<StoredFile> file)
    {
        Key = key;
        VM = vm.Key;
        VMName = vm.Name;
        Computer = vm.Computer;
        File = file;
    }

    /// <inheritdoc/>
    public Key<VMDiskMerge> Key { get; private set; }

    /// <summary>The virtual machine; null once it has been removed.</summary>
    public Key<VirtualMachine>? VM { get; private set; }

    /// <summary>Its name.</summary>
    public string VMName { get; private set; }

    /// <summary>The host that merges, where the machine has been removed.</summary>
    public Key<PhysicalComputer> Computer { get; private set; }

    /// <summary>The disk that was left, which is merged into.</summary>
    public Key<StoredFile> File { get; private set; }

    /// <summary>The disk above it that is merged; null before the merge has begun.</summary>
    public Key<StoredFile>? Child { get; private set; }

    /// <summary>The path of that disk in its volume.</summary>
    public string? ChildPath { get; private set; }

    /// <summary>How far it is.</summary>
    public DiskMergePhase Phase { get; private set; }

    /// <summary>How many bytes the child held when the merge last began.</summary>
    public long TotalBytes { get; private set; }

    /// <summary>How many of them were in the parent when it last began, as far as is sure.</summary>
    public long MergedBytes { get; private set; }

    /// <summary>When it last began.</summary>
    public TimeSpan BeganAt { get; private set; }

    /// <summary>How fast it goes since, in bytes a second.</summary>
    public long BytesPerSecond { get; private set; }

    /// <summary>The event that goes on with it.</summary>
    public long? Event { get; private set; }

    /// <summary>Whether blocks go into the parent now, or what used the disk is told.</summary>
    public bool IsGoingOn => Event is not null && Phase != DiskMergePhase.Waiting;

    /// <summary>How many bytes are in the parent by a moment.</summary>
    internal long MergedBy(TimeSpan now) => Phase switch
    {
        DiskMergePhase.Waiting => MergedBytes,
        DiskMergePhase.Copying => Math.Min(
            TotalBytes, MergedBytes + TransferTime.BytesIn(now - BeganAt, BytesPerSecond)),
        _ => TotalBytes,
    };

    /// <summary>How much is in the parent by a moment, in percent.</summary>
    internal int PercentBy(TimeSpan now) =>
        TotalBytes == 0 ? 100 : (int)((Int128)MergedBy(now) * 100 / TotalBytes);

    /// <summary>Begins, or goes on where it was.</summary>
    internal void Begin(StoredFile child, long bytesPerSecond, TimeSpan now)
    {
        BytesPerSecond = bytesPerSecond;
        MergedBytes = Child == child.Key ? Math.Min(MergedBytes, child.SizeBytes) : 0;
        (Child, ChildPath, TotalBytes, BeganAt) = (child.Key, child.Path, child.SizeBytes, now);
    }

    /// <summary>Goes on at another rate.</summary>
    internal void GoOnAt(long bytesPerSecond, TimeSpan now) =>
        (MergedBytes, BeganAt, BytesPerSecond) = (MergedBy(now), now, bytesPerSecond);

    /// <summary>Comes to a phase that an event ends.</summary>
    internal void Enter(DiskMergePhase phase, long? sequence) => (Phase, Event) = (phase, sequence);

    /// <summary>Stops for now, with so many bytes sure in the parent.</summary>
    internal void Pause(long mergedBytes)
    {
        MergedBytes = mergedBytes;
        Enter(DiskMergePhase.Waiting, null);
    }

    /// <summary>Lets go of the disk above: it is gone.</summary>
    internal void ForgetChild()
    {
        (Child, ChildPath, TotalBytes, MergedBytes) = (null, null, 0, 0);
        Enter(DiskMergePhase.Waiting, null);
    }

    /// <summary>Goes on without the machine, on the host where it was.</summary>
    internal void OutliveVM(VirtualMachine vm) => (VM, VMName, Computer) = (null, vm.Name, vm.Computer);
}
