using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>Lets a paused node take groups again.</summary>
public sealed record ResumeClusterNode : LabRequest
{
    /// <summary>The node.</summary>
    [Target("Name")]
    public required Key<ClusterNode> Node { get; init; }

    internal override void Validate(LabState lab, LabCaller caller)
    {
        ClusterNode node = ClusterRules.RequireNode(lab, Node);
        ClusterRules.RequireRunning(lab, node.Cluster);
        if (!node.IsPaused)
        {
            throw ClusterErrors.NodeNotUp.For(node.Name, node.Name, node.State.ToString());
        }
    }

    internal override void Act(LabState lab, LabJob job)
    {
        lab.ClusterNodes[Node].Pause(isPaused: false);
        job.Give(Node);
    }
}
