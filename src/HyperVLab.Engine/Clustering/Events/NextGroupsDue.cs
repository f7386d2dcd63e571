using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Events;

/// <summary>A group was started: those of the next priority are due.</summary>
internal sealed record NextGroupsDue(Key<Cluster> Cluster) : LabEvent
{
    internal override void Apply(LabState lab)
    {
        if (lab.Clusters.Find(Cluster) is { } cluster)
        {
            cluster.StartNextAt(null);
            StartQueue.Continue(lab, cluster);
        }
    }
}
