using HyperVLab.Engine.Management;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A hardware profile, as Get-LabHardwareProfile writes it.</summary>
public sealed class HardwareProfile : LabObject<HardwareProfileView, Engine.Management.HardwareProfile>
{
    internal HardwareProfile(LabHandle handle, HardwareProfileView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its name.</summary>
    public string Name => View.Name;

    /// <summary>What it is for.</summary>
    public string Description => View.Description;

    /// <summary>How many processors.</summary>
    public int CPUCount => View.Hardware.CPUCount;

    /// <summary>How much memory, in megabytes.</summary>
    public int Memory => View.Hardware.MemoryMB;

    /// <summary>Whether a cluster keeps machines that are made of it.</summary>
    public bool IsHighlyAvailable => View.Hardware.HighlyAvailable;

    /// <summary>Whether processors hide what differs between generations.</summary>
    public bool LimitCPUForMigration => View.Hardware.CPULimitForMigration;

    /// <summary>When it was made, since the lab began.</summary>
    public TimeSpan AddedTime => View.AddedAt;

    /// <summary>When it was last changed, since the lab began.</summary>
    public TimeSpan ModifiedTime => View.ModifiedAt;

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
