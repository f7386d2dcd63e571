using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Lets Virtual Machine Manager manage all hosts of a cluster.</summary>
public sealed record AddVMHostCluster : LabRequest
{
    /// <summary>The cluster.</summary>
    [Target("Name")]
    public required Key<Cluster> Cluster { get; init; }

    /// <summary>The group that its hosts come into; null for "All Hosts".</summary>
    public Key<HostGroup>? VMHostGroup { get; init; }

    /// <summary>The server that manages them; null for the group's, or the only one.</summary>
    public Key<VmmServer>? VMMServer { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VmmServer server = VmmAccess.Demand(lab, caller, VmmAccess.Choose(lab, VMMServer, VMHostGroup));
        HostGroups.DemandOf(lab, VMHostGroup, server);
        foreach (Key<PhysicalComputer> node in HostEnrolment.NodesOf(lab, Cluster))
        {
            HostEnrolment.Demand(lab, caller, server, node);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VmmServer server = VmmAccess.Meant(lab, VmmAccess.Choose(lab, VMMServer, VMHostGroup));
        HostGroup group = HostGroups.DemandOf(lab, VMHostGroup, server);
        HostEnrolment.Begin(lab, job, server, group, HostEnrolment.NodesOf(lab, Cluster));
        job.Give(Cluster);
    }
}
