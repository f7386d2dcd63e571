using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Clustering.Views;

/// <summary>A disk that could be added to a cluster.</summary>
public sealed record ClusterDiskView
{
    /// <summary>The number of its LUN.</summary>
    public required int Key { get; init; }

    /// <summary>The name of the cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>The number of the cluster.</summary>
    public required int ClusterKey { get; init; }

    /// <summary>Its signature or identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The name that it would get.</summary>
    public required string Name { get; init; }

    /// <summary>Its disk number on the first node.</summary>
    public required int Number { get; init; }

    /// <summary>Its size in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>The paths under which its volumes are shown.</summary>
    public required IReadOnlyList<string> Partitions { get; init; }

    internal static ClusterDiskView Of(LabState lab, Cluster cluster, ClusterNode node, Lun lun) => new()
    {
        Key = lun.Key.Number,
        Cluster = cluster.Name,
        ClusterKey = cluster.Key.Number,
        Id = lun.Signature ?? lun.SerialNumber,
        Name = ClusterNames.Numbered("Cluster Disk", cluster.NextDiskNumber),
        Number = lab.HostDisks.First(disk => disk.Computer == node.Computer && disk.Lun == lun.Key).Number,
        Size = lun.SizeBytes,
        Partitions = [.. lab.VolumeMounts
            .Where(mount => lab.Partitions[lab.Volumes[mount.Volume].Partition].Lun == lun.Key)
            .Select(mount => mount.Path)
            .Distinct(StringComparer.OrdinalIgnoreCase)],
    };
}
