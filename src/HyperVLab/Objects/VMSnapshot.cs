using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A checkpoint of a virtual machine, as Get-LabVMSnapshot writes it.</summary>
public sealed class VMSnapshot : LabObject<VMSnapshotView, Engine.Compute.VMSnapshot>
{
    internal VMSnapshot(LabHandle handle, VMSnapshotView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its name.</summary>
    public string Name => View.Name;

    /// <summary>Its identifier.</summary>
    public Guid Id => View.Id;

    /// <summary>The virtual machine.</summary>
    public string VMName => View.VMName;

    /// <summary>The virtual machine's identifier.</summary>
    public Guid VMId => View.VMId;

    /// <summary>The host.</summary>
    public string ComputerName => View.ComputerName;

    /// <summary>What it is for.</summary>
    public SnapshotType SnapshotType { get; } = SnapshotType.Standard;

    /// <summary>Whether the system took it by itself: the lab takes none so.</summary>
    public bool IsAutomaticCheckpoint { get; }

    /// <summary>When it was taken, by the lab's calendar.</summary>
    public DateTime CreationTime => LabEpoch.DateOf(View.CreationTime);

    /// <summary>The identifier of the checkpoint from which the machine had come.</summary>
    public Guid? ParentSnapshotId => View.ParentSnapshotId;

    /// <summary>The name of the checkpoint from which the machine had come.</summary>
    public string? ParentSnapshotName => View.ParentSnapshotName;

    /// <summary>The identifier of the checkpoint from which the machine had come.</summary>
    public Guid? ParentCheckpointId => View.ParentSnapshotId;

    /// <summary>The name of the checkpoint from which the machine had come.</summary>
    public string? ParentCheckpointName => View.ParentSnapshotName;

    /// <summary>The folder below which its files are.</summary>
    public string Path => View.Path;

    /// <summary>What a machine is that goes back to it: saved where its memory is kept, else off.</summary>
    public VMState State => View.State;

    /// <summary>How many virtual processors the machine had.</summary>
    public long ProcessorCount => View.ProcessorCount;

    /// <summary>The memory that it had, in bytes.</summary>
    public long MemoryStartup => View.MemoryStartup;

    /// <summary>The least memory, in bytes: all of it, because 2008 R2 has no dynamic memory.</summary>
    public long MemoryMinimum => View.MemoryStartup;

    /// <summary>The most memory, in bytes.</summary>
    public long MemoryMaximum => View.MemoryStartup;

    /// <summary>Whether its memory changed with its needs: not on 2008 R2.</summary>
    public bool DynamicMemoryEnabled { get; }

    /// <summary>Its generation: 1 has BIOS and IDE.</summary>
    public int Generation { get; } = 1;

    /// <summary>What was written about the machine.</summary>
    public string Notes => View.Notes;

    /// <summary>Whether a cluster keeps the machine available.</summary>
    public bool IsClustered => View.IsClustered;

    /// <summary>What its configuration and its memory take, in bytes.</summary>
    public long SizeOfSystemFiles => View.SizeOfSystemFiles;

    /// <summary>The hard disk drives that the machine had, with the disks as they were left.</summary>
    public VMSnapshotHardDiskDrive[] HardDrives =>
        [.. View.HardDrives.Select(drive => new VMSnapshotHardDiskDrive(View, drive))];

    /// <summary>The DVD drives that the machine had, with what was in them.</summary>
    public VMSnapshotDvdDrive[] DVDDrives =>
        [.. View.DvdDrives.Select(drive => new VMSnapshotDvdDrive(View, drive))];

    /// <summary>The network adapters that the machine had.</summary>
    public VMSnapshotNetworkAdapter[] NetworkAdapters =>
        [.. View.NetworkAdapters.Select(adapter => new VMSnapshotNetworkAdapter(View, adapter))];

    /// <summary>The integration services that the machine was offered.</summary>
    public VMSnapshotIntegrationComponent[] VMIntegrationService =>
        [.. View.IntegrationServices.Select(service => new VMSnapshotIntegrationComponent(View, service))];

    /// <summary>Whether it was removed.</summary>
    public bool IsDeleted => Handle.Lab.View<VMSnapshotView>(Number) is null;

    /// <summary>The number of the checkpoint from which the machine had come.</summary>
    internal int? ParentNumber => View.ParentKey;

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
