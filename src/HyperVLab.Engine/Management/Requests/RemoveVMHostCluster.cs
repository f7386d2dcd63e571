using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Lets Virtual Machine Manager manage the hosts of a cluster no more.</summary>
public sealed record RemoveVMHostCluster : LabRequest
{
    /// <summary>The cluster.</summary>
    [Target("VMHostCluster")]
    public required Key<Cluster> Cluster { get; init; }

    /// <summary>Whether to forget them without asking their agents, which stay there.</summary>
    public bool Force { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        Key<PhysicalComputer>[] managed = ManagedNodes(lab);
        if (managed.Length == 0)
        {
            string name = lab.Clusters[Cluster].Name;
            throw ManagementErrors.NotManaged.For(name, name);
        }

        foreach (Key<PhysicalComputer> computer in managed)
        {
            VmmAccess.DemandFree(lab, caller, computer);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        Key<PhysicalComputer>[] managed = ManagedNodes(lab);
        HostEnrolment.End(lab, job, lab.VmmServers[Agents.Of(lab, managed[0])!.Server], managed, Force);
    }

    private Key<PhysicalComputer>[] ManagedNodes(LabState lab) =>
        [.. HostEnrolment.NodesOf(lab, Cluster).Where(computer => Agents.Of(lab, computer) is not null)];
}
