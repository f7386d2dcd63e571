using HyperVLab.Engine.Management;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>Whether hosts of a group make tips, as Get-LabPROMonitorConfiguration writes it.</summary>
public sealed class PROMonitorConfiguration : LabObject<PROMonitorConfigurationView, HostGroup>
{
    internal PROMonitorConfiguration(LabHandle handle, PROMonitorConfigurationView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>The group's place in the tree.</summary>
    public string VMHostGroup => View.VMHostGroup;

    /// <summary>Whether what the group has in which this one stands holds for it.</summary>
    public bool Inherit => View.Inherits;

    /// <summary>Whether hosts make tips.</summary>
    public bool MonitoringEnabled => View.Settings.IsEnabled;

    /// <summary>Whether tips are implemented at once.</summary>
    public bool AutomaticMode => View.Settings.IsAutomatic;

    /// <summary>The group's place in the tree.</summary>
    public override string ToString() => VMHostGroup;
}
