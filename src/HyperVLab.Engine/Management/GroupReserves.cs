namespace HyperVLab.Engine.Management;

/// <summary>What placement leaves free on the hosts of a group that say nothing themselves.</summary>
/// <param name="Levels">The levels.</param>
/// <param name="Disabled">The resources of which nothing is left free all the same.</param>
public sealed record GroupReserves(HostReserves Levels, IReadOnlyList<ReserveKind> Disabled)
{
    /// <summary>What "All Hosts" has from the beginning.</summary>
    public static GroupReserves Usual { get; } = new(HostReserves.Usual, []);

    /// <summary>What is left free: nothing of what is disabled.</summary>
    internal HostReserves InForce => Disabled.Aggregate(Levels, static (levels, kind) => levels.With(kind, 0));

    /// <summary>The group's own; else those of the group that it stands in.</summary>
    internal static GroupReserves Of(LabState lab, HostGroup group) =>
        group.Reserves ?? (lab.HostGroups.Find(group.Parent) is { } parent ? Of(lab, parent) : Usual);

    /// <summary>What is left free on a managed computer: as it says itself, else as its group does.</summary>
    internal static HostReserves On(LabState lab, ManagedComputer managed) =>
        managed.OwnReserves
            ?? (lab.HostGroups.Find(managed.HostGroup) is { } group ? Of(lab, group) : Usual).InForce;
}
