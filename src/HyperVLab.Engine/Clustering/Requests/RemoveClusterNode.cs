using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>Takes a node out of its cluster; what it owns moves first.</summary>
public sealed record RemoveClusterNode : LabRequest
{
    /// <summary>The node.</summary>
    [Target("Name")]
    public required Key<ClusterNode> Node { get; init; }

    internal override void Validate(LabState lab, LabCaller caller)
    {
        ClusterNode node = ClusterRules.RequireNode(lab, Node);
        Cluster cluster = ClusterRules.RequireRunning(lab, node.Cluster);
        if (!ClusterQueries.NodesOf(lab, cluster.Key).Any(other => other != node && Stays(other))
            || (ClusterQueries.IsAlive(lab, node) && ClusterQueries.LivingOf(lab, cluster.Key).Count == 1))
        {
            throw ClusterErrors.LastNode.For(node.Name, node.Name, cluster.Name);
        }

        if (node.Departure is not null || (node.IsMember && !ClusterQueries.IsAlive(lab, node)))
        {
            throw ClusterErrors.NodeNotUp.For(
                node.Name, node.Name, node.Departure is null ? "not answering" : "leaving");
        }
    }

    internal override void Act(LabState lab, LabJob job)
    {
        ClusterNode node = lab.ClusterNodes[Node];
        if (node.IsMember)
        {
            job.GoOn();
            Departures.Begin(lab, node, NodeDepartureKind.Evict, job.Key);
            return;
        }

        ClusterFactory.RemoveNode(lab, lab.Clusters[node.Cluster], node);
    }

    private static bool Stays(ClusterNode node) => node.Departure is not { Kind: NodeDepartureKind.Evict };
}
