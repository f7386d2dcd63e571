using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Clustering;

/// <summary>
/// Moves a group because the cluster wants it elsewhere: its machine live where it runs and matters, otherwise saved
/// and resumed ("Configuring How VMs Are Moved when a Node is Drained", Microsoft, 2013).
/// </summary>
internal static class GroupTransfer
{
    /// <summary>Finds the first of the nodes that can take a group as it should be moved.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="group">The group.</param>
    /// <param name="nodes">Where it may go, the best first.</param>
    public static GroupTransferPlan Plan(LabState lab, ClusterGroup group, IReadOnlyList<ClusterNode> nodes)
    {
        if (group.Operation is not null)
        {
            return new(GroupTransferVerdict.Waits, null, GroupErrors.GroupBusy.For(group.Name, group.Name));
        }

        LabException? first = null;
        bool isBusy = false;
        foreach (ClusterNode node in nodes)
        {
            LabException? why = RefusalOf(lab, group, node);
            if (why is null)
            {
                return new(GroupTransferVerdict.Moves, node, null);
            }

            first ??= why;
            isBusy |= why.Error == MigrationErrors.Busy || why.Error == VMErrors.Busy;
        }

        return isBusy
            ? new(GroupTransferVerdict.Waits, null, first)
            : new(GroupTransferVerdict.Stays, null, first ?? GroupErrors.NoNodeForGroup.For(group.Name, group.Name));
    }

    /// <summary>Sets a group moving to the node of its plan.</summary>
    public static void Begin(LabState lab, ClusterGroup group, ClusterNode node)
    {
        if (TypeFor(lab, group) is { } type)
        {
            GroupMigration.Begin(lab, group, node, type, job: null);
        }
        else
        {
            Force(lab, group, node);
        }
    }

    /// <summary>Stops what the group runs and moves it, whatever becomes of it there.</summary>
    public static void Force(LabState lab, ClusterGroup group, ClusterNode node) =>
        GroupRunner.Begin(lab, group, new GroupTask(GroupOperationKind.Move) { Target = node.Key });

    private static VmMigrationType? TypeFor(LabState lab, ClusterGroup group) =>
        ClusterQueries.MachinesOf(lab, group) switch
        {
            [] => null,
            [{ State: VMState.Running }] when group.Priority >= ClusterSettings.MoveTypeThreshold =>
                VmMigrationType.Live,
            _ => VmMigrationType.Quick,
        };

    private static LabException? RefusalOf(LabState lab, ClusterGroup group, ClusterNode node)
    {
        MigrationKind kind = TypeFor(lab, group) == VmMigrationType.Live ? MigrationKind.Live : MigrationKind.Quick;
        return ClusterQueries.MachinesOf(lab, group)
            .Select(vm => Migrations.Refusal(lab, vm.Key, node.Computer, kind))
            .FirstOrDefault(static why => why is not null);
    }
}
