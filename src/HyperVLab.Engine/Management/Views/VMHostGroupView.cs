namespace HyperVLab.Engine.Management;

/// <summary>A group of hosts.</summary>
public sealed record VMHostGroupView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its place in the tree.</summary>
    public required string Path { get; init; }

    /// <summary>What it is for.</summary>
    public required string Description { get; init; }

    /// <summary>The number of the group that it stands in; null for "All Hosts".</summary>
    public required int? ParentKey { get; init; }

    /// <summary>The number of the server that keeps it.</summary>
    public required int ServerKey { get; init; }

    /// <summary>The names of the hosts in it, not of those in groups below.</summary>
    public required IReadOnlyList<string> Hosts { get; init; }

    internal static VMHostGroupView Of(LabState lab, HostGroup group) => new()
    {
        Key = group.Key.Number,
        Name = group.Name,
        Path = HostGroups.PathOf(lab, group),
        Description = group.Description,
        ParentKey = group.Parent?.Number,
        ServerKey = group.Server.Number,
        Hosts = [.. lab.ManagedComputers
            .Where(one => one.HostGroup == group.Key)
            .Select(one => lab.NameOf(one.Computer))],
    };
}
