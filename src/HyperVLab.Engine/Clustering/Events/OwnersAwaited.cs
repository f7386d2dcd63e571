using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Events;

/// <summary>Groups have waited long enough for the nodes to which they were moved before the cold start.</summary>
internal sealed record OwnersAwaited(Key<Cluster> Cluster) : LabEvent
{
    internal override void Apply(LabState lab)
    {
        if (lab.Clusters.Find(Cluster) is { } cluster)
        {
            StartQueue.StopAwaiting(lab, cluster);
        }
    }
}
