using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Events;

/// <summary>The nodes of a new cluster form it.</summary>
internal sealed record ClusterFormed(
    Key<Cluster> Cluster, Key<LabJob> Job, bool WithStorage) : LabEvent
{
    internal override void Apply(LabState lab)
    {
        if (lab.Clusters.Find(Cluster) is not { IsFormed: false } cluster)
        {
            return;
        }

        if (lab.Jobs[Job].HasEnded)
        {
            ClusterRemoval.Remove(lab, cluster, cleanupDirectory: true);
            return;
        }

        ClusterNode? lost = ClusterQueries.NodesOf(lab, Cluster).FirstOrDefault(
            node => !ClusterQueries.IsAlive(lab, node));
        if (lost is not null)
        {
            lab.Fail(Job, ClusterErrors.NodesLostMeanwhile, cluster.Name, cluster.Name, lost.Name);
            ClusterRemoval.Remove(lab, cluster, cleanupDirectory: true);
            return;
        }

        ClusterFactory.Form(lab, cluster, WithStorage);
        lab.Complete(Job);
    }
}
