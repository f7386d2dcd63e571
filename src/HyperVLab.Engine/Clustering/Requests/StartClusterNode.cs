using HyperVLab.Engine.Clustering.Events;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>Starts the cluster service of a node.</summary>
public sealed record StartClusterNode : LabRequest
{
    /// <summary>The node.</summary>
    [Target("Name")]
    public required Key<ClusterNode> Node { get; init; }

    /// <summary>Whether it forms the cluster whatever the votes say.</summary>
    public bool ForceQuorum { get; init; }

    /// <summary>Whether it joins the cluster only, and never forms it; from Windows Server 2012 on.</summary>
    public bool PreventQuorum { get; init; }

    internal override void Validate(LabState lab, LabCaller caller)
    {
        ClusterNode node = ClusterRules.RequireNode(lab, Node);
        PhysicalComputer computer = lab.RequireRunning(node.Computer);
        if (!computer.HasFeature(FeatureCatalogue.FailoverClustering))
        {
            throw ClusterErrors.FeatureMissing.For(computer.Name, computer.Name);
        }

        if (PreventQuorum)
        {
            ClusterRules.DemandRelease(
                lab, lab.Clusters[node.Cluster], WindowsVersion.W2012, "Starting a node that forms no cluster");
            if (ForceQuorum)
            {
                throw ClusterErrors.ForceOrPrevent.For(node.Name);
            }
        }

        if (node.IsMember || (node.IsServiceRunning && !ForceQuorum))
        {
            throw ClusterErrors.NodeUp.For(node.Name, node.Name);
        }
    }

    internal override void Act(LabState lab, LabJob job)
    {
        job.GoOn();
        job.Give(Node);
        job.BeginStep("Starting the Cluster service", lab.Now, 20);
        lab.Schedule(ClusterSettings.ServiceStart, new ClusterNodeStarted(Node, ForceQuorum, PreventQuorum, job.Key));
    }
}
