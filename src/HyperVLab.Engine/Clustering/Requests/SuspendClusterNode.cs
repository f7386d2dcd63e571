using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>Pauses a node: it stays a member and takes no more groups.</summary>
public sealed record SuspendClusterNode : LabRequest
{
    /// <summary>The node.</summary>
    [Target("Name")]
    public required Key<ClusterNode> Node { get; init; }

    /// <summary>Whether its groups move away: from Windows Server 2012 on.</summary>
    public bool Drain { get; init; }

    /// <summary>Whether what cannot be moved as it should is stopped and moved all the same.</summary>
    public bool ForceDrain { get; init; }

    /// <summary>The one node to which everything is drained; null for the best for each group.</summary>
    public Key<ClusterNode>? TargetNode { get; init; }

    internal override void Validate(LabState lab, LabCaller caller)
    {
        ClusterNode node = ClusterRules.RequireNode(lab, Node);
        Cluster cluster = ClusterRules.RequireRunning(lab, node.Cluster);
        if (Drain || ForceDrain || TargetNode is not null)
        {
            ClusterRules.DemandRelease(lab, cluster, WindowsVersion.W2012, "Draining a node");
            DemandDrain(lab, node);
        }

        if ((node.State != ClusterNodeState.Up && !(Drain && node.State == ClusterNodeState.Paused))
            || node.Departure is not null)
        {
            throw ClusterErrors.NodeNotUp.For(
                node.Name, node.Name, node.Departure is null ? node.State.ToString() : "leaving");
        }
    }

    internal override void Act(LabState lab, LabJob job)
    {
        ClusterNode node = lab.ClusterNodes[Node];
        job.Give(Node);
        if (!Drain)
        {
            node.Pause(isPaused: true);
            return;
        }

        job.GoOn();
        NodeDrain.Begin(lab, node, TargetNode, ForceDrain, job.Key);
    }

    private void DemandDrain(LabState lab, ClusterNode node)
    {
        if (!Drain)
        {
            throw ClusterErrors.DrainNeeded.For(node.Name);
        }

        if (NodeOperations.Of(lab, Node) is { } operation)
        {
            throw ClusterErrors.DrainGoesOn.For(
                node.Name, operation.Kind == NodeOperationKind.Drain ? "drain" : "failback", node.Name);
        }

        if (TargetNode is not { } key)
        {
            return;
        }

        ClusterNode target = ClusterRules.RequireNode(lab, key);
        if (target.Cluster != node.Cluster || target == node || !target.TakesGroups)
        {
            string state = target == node ? "the node itself" : target.State.ToString();
            throw GroupErrors.NodeCannotTake.For(target.Name, target.Name, node.Name, state);
        }
    }
}
