namespace HyperVLab.Engine.Management;

/// <summary>Whether hosts of a group that stay hot make tips.</summary>
public sealed record PROMonitorConfigurationView
{
    /// <summary>The group's number.</summary>
    public required int Key { get; init; }

    /// <summary>The group's place in the tree.</summary>
    public required string VMHostGroup { get; init; }

    /// <summary>What holds for it.</summary>
    public required MonitorSettings Settings { get; init; }

    /// <summary>Whether that is as the group that it stands in has it.</summary>
    public required bool Inherits { get; init; }

    internal static PROMonitorConfigurationView Of(LabState lab, HostGroup group) => new()
    {
        Key = group.Key.Number,
        VMHostGroup = HostGroups.PathOf(lab, group),
        Settings = MonitorSettings.Of(lab, group),
        Inherits = group.Monitoring is null && group.Parent is not null,
    };
}
