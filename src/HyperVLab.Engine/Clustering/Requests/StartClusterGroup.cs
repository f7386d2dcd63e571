using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>Brings a group online.</summary>
public sealed record StartClusterGroup : LabRequest
{
    /// <summary>The group.</summary>
    [Target("Name")]
    public required Key<ClusterGroup> Group { get; init; }

    internal override void Validate(LabState lab, LabCaller caller) =>
        ClusterRules.DemandNode(lab, ClusterRules.RequireIdle(lab, Group).Key);

    internal override void Act(LabState lab, LabJob job)
    {
        ClusterGroup group = lab.ClusterGroups[Group];
        GroupTask start = Failover.TaskOfStart(lab, group)!;
        group.Want(online: true);
        foreach (ClusterResource resource in ClusterQueries.ResourcesOf(lab, Group))
        {
            resource.Want(online: true);
        }

        job.GoOn();
        job.Give(Group);
        GroupRunner.Begin(lab, group, start with { Job = job.Key });
    }
}
