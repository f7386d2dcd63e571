using HyperVLab.Engine.Clustering;

namespace HyperVLab.Engine.Management;

/// <summary>A cluster of hosts as Virtual Machine Manager sees it.</summary>
public sealed record VMHostClusterView
{
    /// <summary>The cluster's number.</summary>
    public required int Key { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether a server manages its hosts.</summary>
    public required bool IsManaged { get; init; }

    /// <summary>What it is for.</summary>
    public required string Description { get; init; }

    /// <summary>The name of the server that manages it; null where none does.</summary>
    public required string? VMMServer { get; init; }

    /// <summary>The place of its hosts' group in the tree; null where none manages it.</summary>
    public required string? HostGroup { get; init; }

    /// <summary>The number of that group.</summary>
    public required int? HostGroupKey { get; init; }

    /// <summary>The names of its nodes.</summary>
    public required IReadOnlyList<string> Nodes { get; init; }

    /// <summary>How many nodes it is to be able to lose.</summary>
    public required int ClusterReserve { get; init; }

    /// <summary>Whether it could.</summary>
    public required HostClusterReserveState ClusterReserveState { get; init; }

    /// <summary>What its highly available machines have of memory, in bytes.</summary>
    public required long MemoryUsedBytes { get; init; }

    /// <summary>What its nodes have of memory for machines when as many fail as its reserve is, in bytes.</summary>
    public required long MemoryKeptBytes { get; init; }

    internal static VMHostClusterView Of(LabState lab, Cluster cluster)
    {
        var nodes = HostEnrolment.NodesOf(lab, cluster.Key);
        List<HostOffer> offers = HostOffers.Of(lab, nodes.Contains);
        ClusterOffer? offer = offers.Select(static host => host.Cluster).FirstOrDefault(static one => one is not null);
        ManagedComputer? managed = nodes.Select(node => Agents.Of(lab, node))
            .FirstOrDefault(static one => one is { IsHost: true });
        HostGroup? group = lab.HostGroups.Find(managed?.HostGroup);
        return new VMHostClusterView
        {
            Key = cluster.Key.Number,
            Name = cluster.Name,
            IsManaged = managed is not null,
            Description = HostClusters.Of(lab, cluster.Key)?.Description ?? string.Empty,
            VMMServer = managed is null ? null : lab.VmmServers[managed.Server].Name,
            HostGroup = group is null ? null : HostGroups.PathOf(lab, group),
            HostGroupKey = group?.Key.Number,
            Nodes = [.. nodes.Select(node => lab.NameOf(node))],
            ClusterReserve = HostClusters.ReserveOf(lab, cluster.Key),
            ClusterReserveState = offer is not null && offer.MemoryUsed > offer.MemoryKept
                ? HostClusterReserveState.Overcommitted
                : HostClusterReserveState.OK,
            MemoryUsedBytes = offer?.MemoryUsed ?? 0,
            MemoryKeptBytes = offer?.MemoryKept ?? 0,
        };
    }
}
