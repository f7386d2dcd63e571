using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Events;

/// <summary>A stage of a regroup is over.</summary>
internal sealed record RegroupStageEnded(Key<ClusterRegroup> Regroup, RegroupPhase Phase) : LabEvent
{
    internal override void Apply(LabState lab)
    {
        if (lab.ClusterRegroups.Find(Regroup) is { } regroup && regroup.Phase == Phase
            && lab.Clusters.Find(regroup.Cluster) is { } cluster)
        {
            Membership.Advance(lab, cluster, regroup);
        }
    }
}
