using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Notices;

namespace HyperVLab.Engine.Clustering;

/// <summary>Keeps the resources of virtual machines in step with what these do.</summary>
internal static class MachineStates
{
    /// <summary>
    /// A virtual machine went to another state: an operation waited for it, or somebody used Hyper-V's own cmdlets.
    /// </summary>
    public static void Follow(LabState lab, VMStateChanged change)
    {
        if (lab.VirtualMachines.Find(change.VM) is not { IsClustered: true } vm
            || ClusterQueries.MachineOf(lab, vm.Key) is not { } machine)
        {
            return;
        }

        ClusterGroup group = lab.ClusterGroups[machine.Group];
        if (GroupWaits.For(lab, group, machine) is { } waiting)
        {
            if (change.HasCrashed && machine.State == ClusterResourceState.OnlinePending)
            {
                ResourceFailures.Fail(lab, waiting.Operation, machine, VMErrors.Quit.For(vm.Name, vm.Name));
            }
            else if (HasArrived(machine, change.To))
            {
                ResourceRunner.Arrive(lab, waiting.Operation, machine);
            }

            return;
        }

        bool isOthers = IsOthers(lab, group, machine);
        if (change.HasCrashed && (group.Operation is null || isOthers)
            && machine.State == ClusterResourceState.Online)
        {
            ResourceFailures.Fail(lab, group, machine, VMErrors.Quit.For(vm.Name, vm.Name));
            return;
        }

        // A dead host's machines are off at once; the cluster learns of it only when it misses the node.
        // What happens where its service has stopped it does not see either: the role is still to be online.
        if ((group.Operation is null || isOthers)
            && ClusterQueries.NodeOf(lab, vm.Computer) is { IsMember: true } node
            && ClusterQueries.IsAlive(lab, node))
        {
            Adapt(lab, group, machine, change.To);
        }
    }

    /// <summary>A virtual machine could not do what was asked of it.</summary>
    public static void Follow(LabState lab, VMOperationFailed failure)
    {
        if (ClusterQueries.MachineOf(lab, failure.VM) is not { } machine
            || GroupWaits.For(lab, lab.ClusterGroups[machine.Group], machine) is not { } waiting)
        {
            return;
        }

        if (machine.State == ClusterResourceState.OnlinePending)
        {
            ResourceFailures.Fail(lab, waiting.Operation, machine, failure.Failure);
        }
        else if (failure.Action != VMAction.TurnOff)
        {
            VMControl.TurnOff(lab, failure.VM);
        }
        else
        {
            ResourceRunner.Arrive(lab, waiting.Operation, machine);
        }
    }

    /// <summary>
    /// A live migration handed the machine over: the group and its disks belong to the target, so that the cluster
    /// starts it again should that host die before the machine runs there.
    /// </summary>
    public static void Follow(LabState lab, MigrationHandedOver handOver)
    {
        if (!lab.Guards.HandsOverOnce && lab.Migrations[handOver.Migration] is { VM: { } vm } migration)
        {
            Fencing.AddStray(lab, lab.VirtualMachines[vm], migration.Source);
        }

        foreach (ClusterGroupOperation operation in lab.ClusterGroupOperations)
        {
            if (operation.Migration == handOver.Migration)
            {
                GroupMigration.Arrive(lab, lab.ClusterGroups[operation.Group], operation);
            }
        }
    }

    /// <summary>A live migration ended.</summary>
    public static void Follow(LabState lab, MigrationEnded end)
    {
        foreach (ClusterGroupOperation operation in lab.ClusterGroupOperations.ToList())
        {
            if (operation.Migration == end.Migration)
            {
                ClusterGroup group = lab.ClusterGroups[operation.Group];
                if (end.Succeeded)
                {
                    GroupMigration.Complete(lab, group, operation);
                }

                GroupRunner.End(lab, group, operation);
            }
        }
    }

    private static bool HasArrived(ClusterResource machine, VMState state) =>
        machine.State == ClusterResourceState.OnlinePending
            ? state == VMState.Running
            : state is VMState.Off or VMState.Saved;

    // What the group does now is about another of its machines, or their disk.
    private static bool IsOthers(LabState lab, ClusterGroup group, ClusterResource machine) =>
        lab.ClusterGroupOperations.Find(group.Operation) is { } operation && operation.Current != machine.Key
        && ClusterQueries.MachinesOf(lab, group).Count > 1;

    private static void Adapt(LabState lab, ClusterGroup group, ClusterResource machine, VMState state)
    {
        machine.Enter(state switch
        {
            VMState.Off or VMState.Saved => ClusterResourceState.Offline,
            VMState.Starting => ClusterResourceState.OnlinePending,
            VMState.Stopping or VMState.Saving => ClusterResourceState.OfflinePending,
            _ => ClusterResourceState.Online,
        });
        if (!machine.IsPending)
        {
            machine.Want(machine.State == ClusterResourceState.Online);
            group.Want(lab.ResourcesByGroup.Of(group.Key).Any(static one =>
                one is { ResourceType: ClusterResourceType.VirtualMachine, PersistentState: true }));
        }
    }
}
