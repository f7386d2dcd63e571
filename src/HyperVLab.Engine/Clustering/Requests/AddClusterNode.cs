using System.Globalization;
using HyperVLab.Engine.Clustering.Events;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>Makes a computer a node of a cluster.</summary>
public sealed record AddClusterNode : LabRequest
{
    /// <summary>The computer.</summary>
    [Target("Name")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The cluster.</summary>
    public required Key<Cluster> Cluster { get; init; }

    internal override void Validate(LabState lab, LabCaller caller)
    {
        Cluster cluster = ClusterRules.RequireRunning(lab, Cluster);
        IReadOnlyList<ClusterNode> nodes = ClusterQueries.NodesOf(lab, Cluster);
        if (nodes.Count >= ClusterSettings.MostNodes)
        {
            throw ClusterErrors.NodesNeeded.For(
                cluster.Name, ClusterSettings.MostNodes.ToString(CultureInfo.InvariantCulture));
        }

        ClusterNode member = ClusterQueries.LivingOf(lab, Cluster)[0];
        CandidateRules.DemandNode(lab, lab.RequireRunning(Computer), lab.Computers[member.Computer]);
    }

    internal override void Act(LabState lab, LabJob job)
    {
        job.GoOn();
        job.BeginStep("Adding the node", lab.Now, 20);
        lab.Schedule(ClusterSettings.NodeAddition, new ClusterNodeAdded(Cluster, Computer, job.Key));
    }
}
