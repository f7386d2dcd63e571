using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Views;
using Drive = HyperVLab.Engine.Compute.VMSnapshotDvdDrive;

namespace HyperVLab.Objects;

/// <summary>A DVD drive as a checkpoint keeps it, as Get-LabVMDvdDrive -VMSnapshot writes it.</summary>
public sealed class VMSnapshotDvdDrive : IVMDrive
{
    private readonly VMSnapshotView _snapshot;
    private readonly Drive _drive;

    internal VMSnapshotDvdDrive(VMSnapshotView snapshot, Drive drive) => (_snapshot, _drive) = (snapshot, drive);

    /// <summary>What Hyper-V calls it, such as <c>DVD Drive on IDE controller number 1 at location 0</c>.</summary>
    public string Name => FormattableString.Invariant(
        $"DVD Drive on {ControllerType} controller number {ControllerNumber} at location {ControllerLocation}");

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

    /// <summary>What was in it.</summary>
    public DvdMediaType DvdMediaType => Path is null ? DvdMediaType.None : DvdMediaType.ISO;

    /// <summary>The image that was in it; null while it was empty.</summary>
    public string? Path => _drive.Path;

    /// <summary>What Hyper-V calls it.</summary>
    public override string ToString() => Name;
}
