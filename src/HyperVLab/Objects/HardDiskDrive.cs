using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A hard disk drive of a virtual machine, as Get-LabVMHardDiskDrive writes it.</summary>
public sealed class HardDiskDrive : LabObject<VMHardDiskDriveView, VMHardDiskDrive>, IVMDrive
{
    internal HardDiskDrive(LabHandle handle, VMHardDiskDriveView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>What Hyper-V calls it, such as <c>Hard Drive on IDE controller number 0 at location 0</c>.</summary>
    public string Name => FormattableString.Invariant(
        $"Hard Drive on {ControllerType} controller number {ControllerNumber} at location {ControllerLocation}");

    /// <summary>The virtual machine.</summary>
    public string VMName => View.VMName;

    /// <summary>The virtual machine's identifier.</summary>
    public Guid VMId => View.VMId;

    /// <summary>The host.</summary>
    public string ComputerName => View.ComputerName;

    /// <summary>Which kind of controller it hangs on.</summary>
    public ControllerType ControllerType => View.ControllerType;

    /// <summary>Which controller of that kind, from 0.</summary>
    public int ControllerNumber => View.ControllerNumber;

    /// <summary>Which place on that controller, from 0.</summary>
    public int ControllerLocation => View.ControllerLocation;

    /// <summary>
    /// The number of the host's disk that the machine has whole; null for a virtual hard disk, and where the host does
    /// not show the disk.
    /// </summary>
    public int? DiskNumber => View.DiskNumber;

    /// <summary>
    /// The virtual hard disk's file, or what the host's disk is called: <c>Disk 2 3072.00 GB Bus 0 Lun 1 Target 0</c>.
    /// </summary>
    public string Path => View.Path;

    /// <summary>Whether it was removed.</summary>
    public bool IsDeleted => Handle.Lab.View<VMHardDiskDriveView>(Number) is null;

    /// <summary>What Hyper-V calls it.</summary>
    public override string ToString() => Name;
}
