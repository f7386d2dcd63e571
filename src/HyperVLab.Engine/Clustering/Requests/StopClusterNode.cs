using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>Stops the cluster service of a node; what it owns moves first.</summary>
public sealed record StopClusterNode : LabRequest
{
    /// <summary>The node.</summary>
    [Target("Name")]
    public required Key<ClusterNode> Node { get; init; }

    internal override void Validate(LabState lab, LabCaller caller)
    {
        ClusterNode node = ClusterRules.RequireNode(lab, Node);
        if (!node.IsMember || node.Departure is not null || !ClusterQueries.IsAlive(lab, node))
        {
            throw ClusterErrors.NodeNotUp.For(
                node.Name, node.Name, node.Departure is null ? node.State.ToString() : "leaving");
        }
    }

    internal override void Act(LabState lab, LabJob job)
    {
        job.GoOn();
        job.Give(Node);
        job.BeginStep("Moving what the node owns", lab.Now, 10);
        Departures.Begin(lab, lab.ClusterNodes[Node], NodeDepartureKind.Stop, job.Key);
    }
}
