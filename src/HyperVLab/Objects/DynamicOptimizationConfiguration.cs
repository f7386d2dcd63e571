using HyperVLab.Engine.Management;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>
/// When virtual machines are moved between the hosts of a group, as Get-LabDynamicOptimizationConfiguration writes it.
/// </summary>
public sealed class DynamicOptimizationConfiguration
    : LabObject<DynamicOptimizationConfigurationView, HostGroup>
{
    internal DynamicOptimizationConfiguration(LabHandle handle, DynamicOptimizationConfigurationView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>The group's place in the tree.</summary>
    public string VMHostGroup => View.VMHostGroup;

    /// <summary>Whether what the group has in which this one stands holds for it.</summary>
    public bool Inherit => View.Inherits;

    /// <summary>Whether machines are moved without anybody starting it.</summary>
    public bool AutomaticMode => View.Settings.IsAutomatic;

    /// <summary>How readily, 1 to 5.</summary>
    public int Aggressiveness => View.Settings.Aggressiveness;

    /// <summary>How often hosts are looked at, in minutes.</summary>
    public int FrequencyMinutes => View.Settings.FrequencyMinutes;

    /// <summary>A host with less of its processors free is hot, in percent.</summary>
    public int CPUStartOptimizationLevel => View.Settings.CpuFreePercent;

    /// <summary>A host with less memory free is hot, in megabytes.</summary>
    public int MemoryStartOptimizationLevel => View.Settings.MemoryFreeMegabytes;

    /// <summary>The group's place in the tree.</summary>
    public override string ToString() => VMHostGroup;
}
