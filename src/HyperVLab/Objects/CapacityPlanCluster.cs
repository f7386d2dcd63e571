using HyperVLab.Engine.Management.Consolidation;

namespace HyperVLab.Objects;

/// <summary>A cluster of a capacity plan.</summary>
public sealed class CapacityPlanCluster
{
    private readonly PlannedCluster _cluster;

    internal CapacityPlanCluster(PlannedCluster cluster) => _cluster = cluster;

    /// <summary>Its name.</summary>
    public string Name => _cluster.Name;

    /// <summary>Its nodes, spare ones included.</summary>
    public int HostCount => _cluster.Hosts;

    /// <summary>Its virtual machines.</summary>
    public int VMCount => _cluster.VMCount;

    /// <summary>Its LUNs.</summary>
    public int LunCount => _cluster.Luns;

    /// <summary>LUNs that any plan needs at least for its virtual machines.</summary>
    public int LeastLunCount => _cluster.LeastLuns;

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
