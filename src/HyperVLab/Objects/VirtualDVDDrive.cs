using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Management;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>
/// A DVD drive of a virtual machine as Virtual Machine Manager sees it, as Get-LabVirtualDVDDrive writes it.
/// </summary>
public sealed class VirtualDVDDrive : LabObject<VirtualDVDDriveView, VMDvdDrive>
{
    internal VirtualDVDDrive(LabHandle handle, VirtualDVDDriveView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its name: its virtual machine's.</summary>
    public string Name => View.Name;

    /// <summary>Its virtual machine's name.</summary>
    public string VM => View.Name;

    /// <summary>Its virtual machine's name.</summary>
    public string VMName => View.Name;

    /// <summary>Which kind of controller it hangs on.</summary>
    public ControllerType BusType { get; } = ControllerType.IDE;

    /// <summary>Which controller, from 0.</summary>
    public int Bus => View.Bus;

    /// <summary>Which place on it, from 0.</summary>
    public int LUN => View.LUN;

    /// <summary>What it is connected to.</summary>
    public VirtualDVDDriveConnection Connection => View.Connection;

    /// <summary>The image that is in it: a path of the host, or of a share; null while it is empty.</summary>
    public string? ISO => View.ISO;

    /// <summary>Whether the image stands in a share of the library, and not on the host.</summary>
    public bool ISOLinked => View.ISOLinked;

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
