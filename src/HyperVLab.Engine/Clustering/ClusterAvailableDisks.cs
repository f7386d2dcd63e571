using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>Asks which disks could be added to a cluster.</summary>
public sealed record ClusterAvailableDisks : LabQuery<IReadOnlyList<ClusterDiskView>>
{
    /// <summary>The cluster.</summary>
    public required Key<Cluster> Cluster { get; init; }

    internal override IReadOnlyList<ClusterDiskView> Answer(LabState lab)
    {
        Cluster cluster = ClusterRules.RequireRunning(lab, Cluster);
        IReadOnlyList<ClusterNode> nodes = ClusterQueries.NodesOf(lab, cluster.Key);
        return [.. ClusterDisks.Eligible(lab, [.. nodes.Select(node => node.Computer)])
            .Select(lun => ClusterDiskView.Of(lab, cluster, nodes[0], lun))];
    }
}
