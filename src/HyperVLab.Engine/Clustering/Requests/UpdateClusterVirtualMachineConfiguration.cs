using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>
/// Lets a cluster take over how a clustered virtual machine is set up now: which disks of its host's it has whole.
/// </summary>
public sealed record UpdateClusterVirtualMachineConfiguration : LabRequest
{
    /// <summary>The resource of the machine or of its configuration.</summary>
    [Target("Name")]
    public required Key<ClusterResource> Resource { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        ClusterResource resource = ClusterRules.RequireIdle(lab, Resource);
        VirtualMachine vm = lab.VirtualMachines.Find(resource.VM)
            ?? throw GroupErrors.NoMachineOf.For(resource.Name, resource.Name);
        ClusterGroup group = lab.ClusterGroups[resource.Group];
        PassThroughRole.Demand(lab, ClusterRules.RequireRunning(lab, group.Cluster), vm);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        PassThroughRole.Update(lab, lab.VirtualMachines[lab.ClusterResources[Resource].VM!.Value]);
        job.Give(Resource);
    }
}
