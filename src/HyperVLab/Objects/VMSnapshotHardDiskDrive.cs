using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Views;

namespace HyperVLab.Objects;

/// <summary>A hard disk drive as a checkpoint keeps it, as Get-LabVMHardDiskDrive -VMSnapshot writes it.</summary>
public sealed class VMSnapshotHardDiskDrive : IVMDrive
{
    private readonly VMSnapshotView _snapshot;
    private readonly VMSnapshotDrive _drive;

    internal VMSnapshotHardDiskDrive(VMSnapshotView snapshot, VMSnapshotDrive drive) =>
        (_snapshot, _drive) = (snapshot, drive);

    /// <summary>What Hyper-V calls it, such as <c>Hard Drive on IDE controller number 0 at location 0</c>.</summary>
    public string Name => FormattableString.Invariant(
        $"Hard Drive on {ControllerType} controller number {ControllerNumber} at location {ControllerLocation}");

    /// <summary>The virtual machine.</summary>
    public string VMName => _snapshot.VMName;

    /// <summary>The virtual machine's identifier.</summary>
    public Guid VMId => _snapshot.VMId;

    /// <summary>The checkpoint's name.</summary>
    public string VMSnapshotName => _snapshot.Name;

    /// <summary>The checkpoint's identifier.</summary>
    public Guid VMSnapshotId => _snapshot.Id;

    /// <summary>The host.</summary>
    public string ComputerName => _snapshot.ComputerName;

    /// <summary>Which kind of controller it hung on.</summary>
    public ControllerType ControllerType => _drive.ControllerType;

    /// <summary>Which controller of that kind, from 0.</summary>
    public int ControllerNumber => _drive.ControllerNumber;

    /// <summary>Which place on that controller, from 0.</summary>
    public int ControllerLocation => _drive.ControllerLocation;

    /// <summary>Empty: disks that a machine has whole are in no checkpoint.</summary>
    public int? DiskNumber { get; }

    /// <summary>The virtual hard disk's file, with the disk as it was left.</summary>
    public string Path => _drive.Path;

    /// <summary>What Hyper-V calls it.</summary>
    public override string ToString() => Name;
}
