using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A DVD drive of a virtual machine, as Get-LabVMDvdDrive writes it.</summary>
public sealed class DvdDrive : LabObject<VMDvdDriveView, VMDvdDrive>, IVMDrive
{
    internal DvdDrive(LabHandle handle, VMDvdDriveView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>What Hyper-V calls it, such as <c>DVD Drive on IDE controller number 1 at location 0</c>.</summary>
    public string Name => FormattableString.Invariant(
        $"DVD Drive on {ControllerType} controller number {ControllerNumber} at location {ControllerLocation}");

    /// <summary>The virtual machine.</summary>
    public string VMName => View.VMName;

    /// <summary>The virtual machine's identifier.</summary>
    public Guid VMId => View.VMId;

    /// <summary>The host.</summary>
    public string ComputerName => View.ComputerName;

    /// <summary>Which kind of controller it hangs on: IDE in generation 1.</summary>
    public ControllerType ControllerType => View.ControllerType;

    /// <summary>Which controller of that kind, from 0.</summary>
    public int ControllerNumber => View.ControllerNumber;

    /// <summary>Which place on that controller, from 0.</summary>
    public int ControllerLocation => View.ControllerLocation;

    /// <summary>What is in it.</summary>
    public DvdMediaType DvdMediaType => Path is null ? DvdMediaType.None : DvdMediaType.ISO;

    /// <summary>The image that is in it: a path of the host, or of a share; null while it is empty.</summary>
    public string? Path => View.Path;

    /// <summary>Whether it was removed.</summary>
    public bool IsDeleted => Handle.Lab.View<VMDvdDriveView>(Number) is null;

    /// <summary>What Hyper-V calls it.</summary>
    public override string ToString() => Name;
}
