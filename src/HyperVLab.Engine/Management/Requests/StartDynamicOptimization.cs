using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Moves machines live from hot hosts to others of their cluster.</summary>
public sealed record StartDynamicOptimization : LabRequest
{
    /// <summary>The clusters of this group and below; null where a cluster is named.</summary>
    public Key<HostGroup>? VMHostGroup { get; init; }

    /// <summary>The cluster; null where a group is named.</summary>
    public Key<Cluster>? VMHostCluster { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VmmAccess.Demand(lab, caller, VMHostGroup is { } group ? lab.HostGroups[group].Server : ServerOf(lab));
        List<Key<Cluster>> clusters = Clusters(lab);
        if (clusters.Count == 0)
        {
            string name = VMHostGroup is { } known ? lab.NameOf(known)
                : VMHostCluster is { } named ? lab.NameOf(named)
                : "Nothing";
            throw OptimizationErrors.NoCluster.For(name, name);
        }

        foreach (Key<Cluster> cluster in clusters)
        {
            if (HostOptimizations.IsGoingOn(lab, cluster))
            {
                throw OptimizationErrors.Busy.For(lab.NameOf(cluster), lab.NameOf(cluster));
            }
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job) => HostOptimizations.Begin(
        lab,
        job,
        VMHostGroup is { } group ? lab.HostGroups[group].Server : ServerOf(lab)!.Value,
        Clusters(lab));

    private Key<VmmServer>? ServerOf(LabState lab) => VMHostCluster is { } cluster
        ? HostEnrolment.NodesOf(lab, cluster).Select(node => Agents.Of(lab, node)?.Server)
            .FirstOrDefault(static server => server is not null)
        : null;

    private List<Key<Cluster>> Clusters(LabState lab) =>
        VMHostGroup is { } group ? HostOptimizations.ClustersIn(lab, lab.HostGroups[group])
        : VMHostCluster is { } cluster && ServerOf(lab) is not null ? [cluster]
        : [];
}
