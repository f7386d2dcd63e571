using HyperVLab.Engine.Management;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>How one virtual machine is to be made, and where, as Get-LabVMConfiguration writes it.</summary>
public sealed class VMConfiguration : LabObject<VMConfigurationView, Engine.Management.VMConfiguration>
{
    internal VMConfiguration(LabHandle handle, VMConfigurationView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its name.</summary>
    public string Name => View.Name;

    /// <summary>What is written about the machine.</summary>
    public string Description => View.Description;

    /// <summary>The template.</summary>
    public string VMTemplate => View.VMTemplate;

    /// <summary>The place of the group in which a host is looked for; null for all.</summary>
    public string? VMHostGroup => View.VMHostGroup;

    /// <summary>The host; null before one was chosen.</summary>
    public string? VMHost => View.VMHost;

    /// <summary>Whether placement leaves the host as it is.</summary>
    public bool PinVMHost => View.PinVMHost;

    /// <summary>The folder of the host in which the machine's own is made; null for the host's default.</summary>
    public string? VMLocation => View.VMLocation;

    /// <summary>Whether placement leaves the folder as it is.</summary>
    public bool PinVMLocation => View.PinVMLocation;

    /// <summary>The name of the guest's computer; null for as the template says.</summary>
    public string? ComputerName => View.ComputerName;

    /// <summary>The sets of machines from which it is kept apart.</summary>
    public string[] AvailabilitySetNames => [.. View.AvailabilitySetNames];

    /// <summary>The stars of the host when it was rated, 0 to 5; null before.</summary>
    public double? Rating => View.Rating;

    /// <summary>Why it is that host, or what speaks against it; null before it was rated.</summary>
    public string? Explanation => View.Explanation;

    /// <summary>When it was made, since the lab began.</summary>
    public TimeSpan AddedTime => View.AddedAt;

    /// <summary>When it was last changed, since the lab began.</summary>
    public TimeSpan ModifiedTime => View.ModifiedAt;

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
