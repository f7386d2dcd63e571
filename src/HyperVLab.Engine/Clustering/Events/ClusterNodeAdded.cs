using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Events;

/// <summary>A computer becomes a node.</summary>
internal sealed record ClusterNodeAdded(
    Key<Cluster> Cluster, Key<PhysicalComputer> Computer, Key<LabJob> Job) : LabEvent
{
    internal override void Apply(LabState lab)
    {
        if (lab.Jobs[Job].HasEnded)
        {
            return;
        }

        if (lab.Clusters.Find(Cluster) is not { } cluster || ClusterQueries.NodeOf(lab, Computer) is not null
            || !ClusterQueries.IsRunning(lab, Cluster) || !lab.Computers[Computer].IsRunning)
        {
            lab.Fail(
                Job, ClusterErrors.NodesLostMeanwhile, lab.NameOf(Computer), lab.NameOf(Computer),
                lab.NameOf(Computer));
            return;
        }

        ClusterNode node = ClusterFactory.AddNode(lab, cluster, Computer);
        ClusterNetworkMap.Refresh(lab, cluster);
        NodeService.Enter(lab, cluster, [node]);
        lab.Jobs[Job].Give(node.Key);
        lab.Complete(Job);
    }
}
