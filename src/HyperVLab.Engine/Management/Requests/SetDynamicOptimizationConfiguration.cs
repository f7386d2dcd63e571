using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Sets when machines are moved between the hosts of a group, and how readily.</summary>
public sealed record SetDynamicOptimizationConfiguration : LabRequest
{
    /// <summary>The group.</summary>
    [Target("DynamicOptimizationConfiguration")]
    public required Key<HostGroup> VMHostGroup { get; init; }

    /// <summary>Whether what its parent has holds for it; null to leave that.</summary>
    public bool? Inherit { get; init; }

    /// <summary>Whether somebody starts it.</summary>
    public bool ManualMode { get; init; }

    /// <summary>Whether it starts by itself.</summary>
    public bool AutomaticMode { get; init; }

    /// <summary>How readily, 1 to 5; null to leave it.</summary>
    public int? Aggressiveness { get; init; }

    /// <summary>How often hosts are looked at, in minutes; null to leave it.</summary>
    public int? FrequencyMinutes { get; init; }

    /// <summary>A host with less of its processors free is hot, in percent; null to leave it.</summary>
    public int? CPUStartOptimizationLevel { get; init; }

    /// <summary>A host with less memory free is hot, in megabytes; null to leave it.</summary>
    public int? MemoryStartOptimizationLevel { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        HostGroup group = lab.HostGroups[VMHostGroup];
        VmmAccess.Demand(lab, caller, group.Server);
        if ((ManualMode ? 1 : 0) + (AutomaticMode ? 1 : 0) + (Inherit == true ? 1 : 0) > 1)
        {
            throw OptimizationErrors.Said.For(group.Name, group.Name);
        }

        if (Inherit == true && group.Parent is null)
        {
            throw OptimizationErrors.RootInherits.For(group.Name, group.Name);
        }

        if (Aggressiveness is < 1 or > 5 || FrequencyMinutes is < 10 or > 525_600
            || CPUStartOptimizationLevel is < 0 or > 100 || MemoryStartOptimizationLevel < 0)
        {
            throw OptimizationErrors.Settings.For(group.Name);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        HostGroup group = lab.HostGroups[VMHostGroup];
        OptimizationSettings known = HostOptimizations.SettingsOf(lab, group);
        group.Optimize(Inherit == true
            ? null
            : known with
            {
                IsAutomatic = AutomaticMode || (known.IsAutomatic && !ManualMode),
                Aggressiveness = Aggressiveness ?? known.Aggressiveness,
                FrequencyMinutes = FrequencyMinutes ?? known.FrequencyMinutes,
                CpuFreePercent = CPUStartOptimizationLevel ?? known.CpuFreePercent,
                MemoryFreeMegabytes = MemoryStartOptimizationLevel ?? known.MemoryFreeMegabytes,
            });
        HostHeat.LookIn(lab, group);
        job.Give(group.Key);
    }
}
