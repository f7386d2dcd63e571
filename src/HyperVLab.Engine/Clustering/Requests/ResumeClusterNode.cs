using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>Lets a paused node take groups again.</summary>
public sealed record ResumeClusterNode : LabRequest
{
    /// <summary>The node.</summary>
    [Target("Name")]
    public required Key<ClusterNode> Node { get; init; }

    /// <summary>What comes back that was drained from it; from Windows Server 2012 on. Null for nothing.</summary>
    public ResumeClusterNodeFailbackType? Failback { get; init; }

    internal override void Validate(LabState lab, LabCaller caller)
    {
        ClusterNode node = ClusterRules.RequireNode(lab, Node);
        Cluster cluster = ClusterRules.RequireRunning(lab, node.Cluster);
        if (Failback is not null)
        {
            ClusterRules.DemandRelease(lab, cluster, WindowsVersion.W2012, "Failback of a resumed node");
        }

        if (!node.IsPaused)
        {
            throw ClusterErrors.NodeNotUp.For(node.Name, node.Name, node.State.ToString());
        }
    }

    internal override void Act(LabState lab, LabJob job)
    {
        ClusterNode node = lab.ClusterNodes[Node];
        job.Give(Node);
        NodeOperations.Abandon(lab, node, ClusterErrors.DrainCancelled, node.Name);
        node.Pause(isPaused: false);
        node.ReportDrain(ClusterNodeDrainStatus.NotInitiated);
        node.AimDrain(null);
        node.ReportFailback(ClusterNodeFailbackStatus.NotInitiated);
        IReadOnlyList<Key<ClusterGroup>> groups = Failbacks.Choose(
            lab, node, Failback ?? ResumeClusterNodeFailbackType.NoFailback);
        if (groups.Count > 0 && node.TakesGroups)
        {
            job.GoOn();
            NodeFailback.Begin(lab, node, groups, job.Key);
        }

        StrandedGroups.Offer(lab, node, isNew: true);
    }
}
