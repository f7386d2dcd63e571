namespace HyperVLab.Engine.Management;

/// <summary>When virtual machines are moved between the hosts of a group.</summary>
public sealed record DynamicOptimizationConfigurationView
{
    /// <summary>The group's number.</summary>
    public required int Key { get; init; }

    /// <summary>The group's place in the tree.</summary>
    public required string VMHostGroup { get; init; }

    /// <summary>What holds for it.</summary>
    public required OptimizationSettings Settings { get; init; }

    /// <summary>Whether that is as the group that it stands in has it.</summary>
    public required bool Inherits { get; init; }

    internal static DynamicOptimizationConfigurationView Of(LabState lab, HostGroup group) => new()
    {
        Key = group.Key.Number,
        VMHostGroup = HostGroups.PathOf(lab, group),
        Settings = HostOptimizations.SettingsOf(lab, group),
        Inherits = group.Optimization is null && group.Parent is not null,
    };
}
