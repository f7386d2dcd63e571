using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Events;

/// <summary>A node that lost the others notices it, later than they took over what it ran.</summary>
internal sealed record LostNodeStopped(Key<ClusterNode> Node) : LabEvent
{
    internal override void Apply(LabState lab)
    {
        if (lab.ClusterNodes.Find(Node) is not { } node)
        {
            return;
        }

        if (ClusterQueries.IsAlive(lab, node) && !node.IsMember)
        {
            NodeService.StopForWantOfQuorum(lab, lab.Clusters[node.Cluster], node);
        }

        Fencing.Forget(lab, node.Computer);
    }
}
