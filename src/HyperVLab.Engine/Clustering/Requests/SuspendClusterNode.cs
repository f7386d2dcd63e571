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

    internal override void Validate(LabState lab, LabCaller caller)
    {
        ClusterNode node = ClusterRules.RequireNode(lab, Node);
        Cluster cluster = ClusterRules.RequireRunning(lab, node.Cluster);
        if (Drain)
        {
            ClusterRules.DemandRelease(lab, cluster, WindowsVersion.W2012, "Draining a node");
            throw ClusterErrors.DrainNotModelled.For(node.Name);
        }

        if (node.State != ClusterNodeState.Up)
        {
            throw ClusterErrors.NodeNotUp.For(node.Name, node.Name, node.State.ToString());
        }
    }

    internal override void Act(LabState lab, LabJob job)
    {
        lab.ClusterNodes[Node].Pause(isPaused: true);
        job.Give(Node);
    }
}
