using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Sets whether hosts of a group that stay hot make tips, and whether these are implemented.</summary>
public sealed record SetPROMonitorConfiguration : LabRequest
{
    /// <summary>The group.</summary>
    [Target("PROMonitorConfiguration")]
    public required Key<HostGroup> VMHostGroup { get; init; }

    /// <summary>Whether what its parent has holds for it.</summary>
    public bool Inherit { get; init; }

    /// <summary>Whether tips are implemented by themselves; null to leave that.</summary>
    public bool? AutomaticMode { get; init; }

    /// <summary>Whether hosts make tips; null to leave that.</summary>
    public bool? MonitoringEnabled { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        HostGroup group = lab.HostGroups[VMHostGroup];
        VmmAccess.Demand(lab, caller, group.Server);
        if (Inherit && (AutomaticMode is not null || MonitoringEnabled is not null))
        {
            throw OptimizationErrors.MonitorSaid.For(group.Name, group.Name);
        }

        if (Inherit && group.Parent is null)
        {
            throw OptimizationErrors.RootInherits.For(group.Name, group.Name);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        HostGroup group = lab.HostGroups[VMHostGroup];
        MonitorSettings known = MonitorSettings.Of(lab, group);
        group.Monitor(Inherit
            ? null
            : new MonitorSettings(MonitoringEnabled ?? known.IsEnabled, AutomaticMode ?? known.IsAutomatic));
        HostHeat.LookIn(lab, group);
        job.Give(group.Key);
    }
}
