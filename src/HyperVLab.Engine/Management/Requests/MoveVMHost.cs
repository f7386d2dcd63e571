using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Puts a managed host into another group of hosts.</summary>
public sealed record MoveVMHost : LabRequest
{
    /// <summary>The host.</summary>
    [Target("VMHost")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The group that it goes to.</summary>
    public required Key<HostGroup> ParentHostGroup { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        ManagedComputer managed = VmmAccess.DemandManaged(lab, caller, Computer);
        HostGroups.DemandOf(lab, ParentHostGroup, lab.VmmServers[managed.Server]);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        foreach (Key<PhysicalComputer> computer in Together(lab))
        {
            Agents.Of(lab, computer)?.BecomeHost(ParentHostGroup);
        }

        job.Give(Computer);
    }

    // The hosts of a cluster are in one group.
    private Key<PhysicalComputer>[] Together(LabState lab) =>
        ClusterQueries.NodeOf(lab, Computer) is { } node ? HostEnrolment.NodesOf(lab, node.Cluster) : [Computer];
}
