using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>Lets a resource fail, to see what the cluster does about it.</summary>
public sealed record TestClusterResourceFailure : LabRequest
{
    /// <summary>The resource.</summary>
    [Target("Name")]
    public required Key<ClusterResource> Resource { get; init; }

    internal override void Validate(LabState lab, LabCaller caller)
    {
        ClusterResource resource = ClusterRules.RequireIdle(lab, Resource);
        if (resource.State != ClusterResourceState.Online)
        {
            throw GroupErrors.ResourceNotOnline.For(resource.Name, resource.Name, resource.State.ToString());
        }
    }

    internal override void Act(LabState lab, LabJob job)
    {
        ClusterResource resource = lab.ClusterResources[Resource];
        job.Give(Resource);
        if (resource.ResourceType == ClusterResourceType.VirtualMachine
            && lab.VirtualMachines.Find(resource.VM) is { HoldsResources: true } vm)
        {
            MachineFaults.Crash(lab, vm);
        }
        else
        {
            ResourceFailures.Fail(
                lab, lab.ClusterGroups[resource.Group], resource, GroupErrors.FailureTested.For(resource.Name));
        }
    }
}
