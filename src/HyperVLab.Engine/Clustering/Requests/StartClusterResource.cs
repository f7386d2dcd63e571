using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>Brings a resource online, with those on which it depends.</summary>
public sealed record StartClusterResource : LabRequest
{
    /// <summary>The resource.</summary>
    [Target("Name")]
    public required Key<ClusterResource> Resource { get; init; }

    internal override void Validate(LabState lab, LabCaller caller) =>
        ClusterRules.DemandNode(lab, ClusterRules.RequireIdle(lab, Resource).Group);

    internal override void Act(LabState lab, LabJob job)
    {
        ClusterResource resource = lab.ClusterResources[Resource];
        ClusterGroup group = lab.ClusterGroups[resource.Group];
        GroupTask start = Failover.TaskOfStart(lab, group)!;
        resource.Want(online: true);
        group.Want(online: true);
        job.GoOn();
        job.Give(Resource);
        GroupRunner.Begin(lab, group, start with { Only = Resource, Job = job.Key });
    }
}
