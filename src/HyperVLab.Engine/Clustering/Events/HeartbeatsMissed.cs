using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Events;

/// <summary>The heartbeat threshold of a cluster is reached for whoever fell silent.</summary>
internal sealed record HeartbeatsMissed(Key<Cluster> Cluster) : LabEvent
{
    internal override void Apply(LabState lab)
    {
        if (lab.Clusters.Find(Cluster) is { } cluster)
        {
            Membership.Check(lab, cluster);
        }
    }
}
