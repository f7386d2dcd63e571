using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>Moves a clustered virtual machine to another node.</summary>
public sealed record MoveClusterVirtualMachineRole : LabRequest
{
    /// <summary>The group.</summary>
    [Target("Name")]
    public required Key<ClusterGroup> Group { get; init; }

    /// <summary>The node; null for the best.</summary>
    public Key<ClusterNode>? Node { get; init; }

    /// <summary>How; null for live where it runs, quick otherwise.</summary>
    public VmMigrationType? MigrationType { get; init; }

    internal override void Validate(LabState lab, LabCaller caller)
    {
        ClusterGroup group = ClusterRules.RequireIdle(lab, Group);
        if (group.VM is null)
        {
            throw GroupErrors.NotAVirtualMachine.For(group.Name, group.Name);
        }

        ClusterNode target = ClusterRules.RequireTarget(lab, group, Node);
        ClusterRules.DemandMigration(lab, group, target, TypeFor(lab, group));
    }

    internal override void Act(LabState lab, LabJob job)
    {
        ClusterGroup group = lab.ClusterGroups[Group];
        Failbacks.Forget(lab, group);
        job.GoOn();
        job.Give(Group);
        ClusterNode target = ClusterRules.RequireTarget(lab, group, Node);
        group.Settle(target.Key);
        GroupMigration.Begin(lab, group, target, TypeFor(lab, group), job.Key);
    }

    private VmMigrationType TypeFor(LabState lab, ClusterGroup group) => MigrationType
        ?? (
            ClusterQueries.MachinesOf(lab, group) is [{ State: VMState.Running }]
                ? VmMigrationType.Live
                : VmMigrationType.Quick);
}
