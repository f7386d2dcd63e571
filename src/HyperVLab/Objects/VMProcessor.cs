using HyperVLab.Engine.Compute.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>The processors of a virtual machine, as Get-LabVMProcessor writes them.</summary>
public sealed class VMProcessor : LabObject<VMProcessorView, Engine.Compute.VirtualMachine>
{
    internal VMProcessor(LabHandle handle, VMProcessorView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>The virtual machine.</summary>
    public string VMName => View.VMName;

    /// <summary>The virtual machine's identifier.</summary>
    public Guid VMId => View.VMId;

    /// <summary>The host.</summary>
    public string ComputerName => View.ComputerName;

    /// <summary>How many there are.</summary>
    public long Count => View.Count;

    /// <summary>
    /// Whether they hide what differs between generations, so that the machine can move between them.
    /// </summary>
    public bool CompatibilityForMigrationEnabled => View.CompatibilityForMigrationEnabled;

    /// <summary>Whether they hide what old operating systems stumble over: the lab models none that does.</summary>
    public bool CompatibilityForOlderOperatingSystemsEnabled { get; }

    /// <summary>The virtual machine's name.</summary>
    public override string ToString() => VMName;
}
