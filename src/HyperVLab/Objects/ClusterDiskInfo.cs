using HyperVLab.Engine.Clustering.Views;

namespace HyperVLab.Objects;

/// <summary>A disk that could be added to a cluster, as Get-LabClusterAvailableDisk writes it.</summary>
public sealed class ClusterDiskInfo
{
    internal ClusterDiskInfo(Cluster cluster, ClusterDiskView view)
    {
        Cluster = cluster;
        LunKey = view.Key;
        Id = view.Id;
        Name = view.Name;
        Number = view.Number;
        Size = view.Size;
        Partitions = [.. view.Partitions];
    }

    /// <summary>The cluster.</summary>
    public Cluster Cluster { get; }

    /// <summary>The lab, from which a cmdlet that is given the disk takes its -Lab.</summary>
    public LabInfo Lab => Cluster.Lab;

    /// <summary>Its signature or identifier.</summary>
    public string Id { get; }

    /// <summary>The name that it would get.</summary>
    public string Name { get; }

    /// <summary>Its disk number on the first node.</summary>
    public int Number { get; }

    /// <summary>Its size in bytes.</summary>
    public long Size { get; }

    /// <summary>Where its volumes are shown.</summary>
    public string[] Partitions { get; }

    internal int LunKey { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
