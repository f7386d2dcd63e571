using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>Takes a group offline.</summary>
public sealed record StopClusterGroup : LabRequest
{
    /// <summary>The group.</summary>
    [Target("Name")]
    public required Key<ClusterGroup> Group { get; init; }

    internal override void Validate(LabState lab, LabCaller caller)
    {
        ClusterGroup group = ClusterRules.RequireIdle(lab, Group);
        if (group.GroupType == GroupType.Cluster)
        {
            throw GroupErrors.CoreGroup.For(group.Name, group.Name);
        }
    }

    internal override void Act(LabState lab, LabJob job)
    {
        ClusterGroup group = lab.ClusterGroups[Group];
        group.Want(online: false);
        foreach (ClusterResource resource in ClusterQueries.ResourcesOf(lab, Group))
        {
            resource.Want(online: false);
        }

        job.GoOn();
        job.Give(Group);
        GroupRunner.Begin(lab, group, new GroupTask(GroupOperationKind.TakeOffline) { Job = job.Key });
    }
}
