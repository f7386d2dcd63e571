using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>Moves a group to another node: its resources go offline and come online there.</summary>
public sealed record MoveClusterGroup : LabRequest
{
    /// <summary>The group.</summary>
    [Target("Name")]
    public required Key<ClusterGroup> Group { get; init; }

    /// <summary>The node; null for the best.</summary>
    public Key<ClusterNode>? Node { get; init; }

    internal override void Validate(LabState lab, LabCaller caller)
    {
        ClusterGroup group = ClusterRules.RequireIdle(lab, Group);
        ClusterRules.RequireTarget(lab, group, Node);
    }

    internal override void Act(LabState lab, LabJob job)
    {
        ClusterGroup group = lab.ClusterGroups[Group];
        Failbacks.Forget(lab, group);
        job.GoOn();
        job.Give(Group);
        ClusterNode target = ClusterRules.RequireTarget(lab, group, Node);
        group.Settle(target.Key);
        GroupRunner.Begin(
            lab, group, new GroupTask(GroupOperationKind.Move) { Target = target.Key, Job = job.Key });
    }
}
