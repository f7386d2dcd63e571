using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Events;

/// <summary>The cluster service of a node starts because somebody asked for it.</summary>
internal sealed record ClusterNodeStarted(
    Key<ClusterNode> Node, bool ForceQuorum, bool PreventQuorum, Key<LabJob> Job) : LabEvent
{
    internal override void Apply(LabState lab)
    {
        if (lab.ClusterNodes.Find(Node) is not { } node)
        {
            lab.Fail(Job, ClusterErrors.NoSuchNode, null, Node.ToString());
            return;
        }

        Cluster cluster = lab.Clusters[node.Cluster];
        if (!node.IsServiceRunning)
        {
            lab.Cancel(node.Sequence);
            NodeService.Start(lab, node, PreventQuorum);
        }

        if (ForceQuorum && ClusterQueries.IsAlive(lab, node) && !node.IsMember && node.Sequence is null)
        {
            Force(lab, cluster, node);
        }

        if (!node.IsMember && node.Sequence is null)
        {
            lab.Warn(Job, ClusterTexts.WaitsForQuorum);
        }

        lab.Complete(Job);
    }

    private void Force(LabState lab, Cluster cluster, ClusterNode node)
    {
        IReadOnlyList<ClusterNode> living = ClusterQueries.LivingOf(lab, cluster.Key);
        if (living.Count == 0)
        {
            NodeService.Force(lab, cluster, node);
            lab.Warn(Job, ClusterTexts.QuorumForced);
            return;
        }

        string names = string.Join(", ", living.Select(one => one.Name));
        ClusterLog.Fail(lab, node, $"The cluster is not formed: it runs on {names}, which this node does not reach.");
        lab.Fail(Job, ClusterErrors.RunsElsewhere, node.Name, cluster.Name, names, node.Name);
    }
}
