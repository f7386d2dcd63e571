namespace HyperVLab.Engine.Management;

/// <summary>What placement leaves free on the hosts of a group that say nothing themselves.</summary>
public sealed record HostReserveView
{
    /// <summary>The group's number.</summary>
    public required int Key { get; init; }

    /// <summary>The group's place in the tree.</summary>
    public required string VMHostGroup { get; init; }

    /// <summary>The levels that hold for it.</summary>
    public required HostReserves Levels { get; init; }

    /// <summary>The resources of which nothing is left free all the same.</summary>
    public required IReadOnlyList<ReserveKind> Disabled { get; init; }

    /// <summary>Whether that is as the group that it stands in has it.</summary>
    public required bool Inherits { get; init; }

    /// <summary>What has to be free, or a host is hot.</summary>
    public required OptimizationSettings Optimization { get; init; }

    internal static HostReserveView Of(LabState lab, HostGroup group)
    {
        GroupReserves reserves = GroupReserves.Of(lab, group);
        return new HostReserveView
        {
            Key = group.Key.Number,
            VMHostGroup = HostGroups.PathOf(lab, group),
            Levels = reserves.Levels,
            Disabled = reserves.Disabled,
            Inherits = group.Reserves is null && group.Parent is not null,
            Optimization = HostOptimizations.SettingsOf(lab, group),
        };
    }
}
