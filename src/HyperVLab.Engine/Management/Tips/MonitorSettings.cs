namespace HyperVLab.Engine.Management;

/// <summary>Whether hosts are watched for tips, and whether these are implemented by themselves.</summary>
/// <param name="IsEnabled">Whether a host that stays hot makes a tip.</param>
/// <param name="IsAutomatic">Whether the tip is implemented at once.</param>
public sealed record MonitorSettings(bool IsEnabled, bool IsAutomatic)
{
    /// <summary>What "All Hosts" has from the beginning: no host is watched.</summary>
    public static MonitorSettings Usual { get; } = new(false, false);

    /// <summary>The group's own; else those of the group that it stands in.</summary>
    internal static MonitorSettings Of(LabState lab, HostGroup group) =>
        group.Monitoring ?? (lab.HostGroups.Find(group.Parent) is { } parent ? Of(lab, parent) : Usual);

    /// <summary>Those of a host's group.</summary>
    internal static MonitorSettings On(LabState lab, ManagedComputer managed) =>
        lab.HostGroups.Find(managed.HostGroup) is { } group ? Of(lab, group) : Usual;
}
