using HyperVLab.Engine.Clustering;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>Clusters of hosts as Virtual Machine Manager sees them.</summary>
internal static class HostClusters
{
    /// <summary>What was set of a cluster; null where nothing was.</summary>
    public static HostCluster? Of(LabState lab, Key<Cluster> cluster) =>
        lab.HostClusters.FirstOrDefault(one => one.Cluster == cluster);

    /// <summary>How many nodes a cluster is to be able to lose.</summary>
    public static int ReserveOf(LabState lab, Key<Cluster> cluster) =>
        Of(lab, cluster)?.Reserve ?? PlacementSettings.ClusterReserve;

    /// <summary>A cluster goes.</summary>
    public static void Forget(LabState lab, Key<Cluster> cluster)
    {
        if (Of(lab, cluster) is { } known)
        {
            lab.HostClusters.Remove(known.Key);
        }
    }
}
