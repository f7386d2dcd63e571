using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>Takes a resource offline, with those that depend on it.</summary>
public sealed record StopClusterResource : LabRequest
{
    /// <summary>The resource.</summary>
    [Target("Name")]
    public required Key<ClusterResource> Resource { get; init; }

    internal override void Validate(LabState lab, LabCaller caller)
    {
        ClusterResource resource = ClusterRules.RequireIdle(lab, Resource);
        if (lab.ClusterGroups[resource.Group].GroupType == GroupType.Cluster)
        {
            throw GroupErrors.CoreGroup.For(resource.Name, resource.Name);
        }
    }

    internal override void Act(LabState lab, LabJob job)
    {
        ClusterResource resource = lab.ClusterResources[Resource];
        resource.Want(online: false);
        job.GoOn();
        job.Give(Resource);
        GroupRunner.Begin(
            lab, lab.ClusterGroups[resource.Group],
            new GroupTask(GroupOperationKind.TakeOffline) { Only = Resource, Job = job.Key });
    }
}
