using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Events;

/// <summary>The cluster service of a node starts because somebody asked for it.</summary>
internal sealed record ClusterNodeStarted(
    Key<ClusterNode> Node, bool ForceQuorum, Key<LabJob> Job) : LabEvent
{
    internal override void Apply(LabState lab)
    {
        if (lab.ClusterNodes.Find(Node) is not { } node)
        {
            lab.Fail(Job, ClusterErrors.NoSuchNode, null, Node.ToString());
            return;
        }

        Cluster cluster = lab.Clusters[node.Cluster];
        lab.Cancel(node.Sequence);
        NodeService.Start(lab, node);
        if (ForceQuorum && ClusterQueries.IsAlive(lab, node) && !ClusterQueries.IsRunning(lab, cluster.Key))
        {
            ClusterLog.Warn(lab, node, "The cluster is formed without regard to the votes (ForceQuorum).");
            NodeService.Enter(lab, cluster, [node]);
        }

        if (!node.IsMember && node.Sequence is null)
        {
            lab.Warn(Job, ClusterTexts.WaitsForQuorum);
        }

        lab.Complete(Job);
    }
}
