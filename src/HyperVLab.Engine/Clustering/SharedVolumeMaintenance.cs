using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>
/// Takes a cluster shared volume out of C:\ClusterStorage on every node: first its virtual machines stop by their
/// configured action. They are started by hand once it is back.
/// </summary>
internal static class SharedVolumeMaintenance
{
    /// <summary>Refuses where a machine on the volume could not be stopped now.</summary>
    /// <exception cref="LabException">One could not.</exception>
    public static void Demand(LabState lab, ClusterSharedVolume shared)
    {
        foreach (VirtualMachine vm in VirtualMachineFiles.AllOn(lab, shared.Volume))
        {
            ClusterGroup? group = ClusterQueries.GroupOf(lab, vm.Key);
            if (vm.HoldsResources && group is null)
            {
                throw SharedVolumeErrors.HoldsOtherMachine.For(shared.Name, vm.Name, shared.Name);
            }

            if (group?.Operation is not null || vm.Operation is not null || vm.Migration is not null)
            {
                throw GroupErrors.GroupBusy.For(vm.Name, vm.Name);
            }
        }
    }

    /// <summary>Begins to stop what runs on it.</summary>
    public static void Begin(LabState lab, ClusterSharedVolume shared, Key<LabJob> job)
    {
        shared.Maintain(MaintenancePhase.Entering, job);
        lab.Step(job, "Stop its virtual machines", 10);
        foreach (VirtualMachine vm in VirtualMachineFiles.AllOn(lab, shared.Volume))
        {
            LeaveOff(lab, vm);
        }

        Continue(lab, shared);
    }

    /// <summary>A machine has stopped, or a group is idle again: volumes on their way may be there.</summary>
    public static void Continue(LabState lab)
    {
        foreach (ClusterSharedVolume shared in lab.ClusterSharedVolumes)
        {
            if (shared.Maintenance == MaintenancePhase.Entering)
            {
                Continue(lab, shared);
            }
        }
    }

    /// <summary>Somebody stops the job: the volume stays in use, and what has stopped stays so.</summary>
    public static void Stop(LabState lab, Key<LabJob> job)
    {
        foreach (ClusterSharedVolume shared in lab.ClusterSharedVolumes)
        {
            if (shared.MaintenanceJob == job)
            {
                shared.Maintain(MaintenancePhase.Off);
            }
        }
    }

    /// <summary>The volume of a machine that is in maintenance, or on its way there; null for none.</summary>
    public static ClusterSharedVolume? VolumeOf(LabState lab, Key<VirtualMachine>? vm)
    {
        Key<Volume>? volume = lab.StoredFiles.Find(lab.VirtualMachines.Find(vm)?.ConfigurationFile)?.Volume;
        foreach (ClusterSharedVolume shared in lab.ClusterSharedVolumes)
        {
            if (shared.Volume == volume && shared.Maintenance != MaintenancePhase.Off)
            {
                return shared;
            }
        }

        return null;
    }

    /// <summary>Every member shows the volume again.</summary>
    public static void Leave(LabState lab, ClusterSharedVolume shared)
    {
        shared.Maintain(MaintenancePhase.Off);
        lab.Luns[shared.Lun].Maintain(isInMaintenance: false);
        foreach (ClusterNode node in ClusterQueries.LivingOf(lab, shared.Cluster))
        {
            SharedVolumes.Mount(lab, node, shared);
        }

        SharedVolumeService.Report(lab, shared, "Maintenance mode is turned off.");
    }

    private static void Continue(LabState lab, ClusterSharedVolume shared)
    {
        bool isInUse = false;
        foreach (VirtualMachine vm in VirtualMachineFiles.AllOn(lab, shared.Volume))
        {
            isInUse |= vm.HoldsResources || ClusterQueries.GroupOf(lab, vm.Key) is { Operation: not null };
            if (vm is { HoldsResources: true, Operation: null, Migration: null })
            {
                TakeDown(lab, vm);
            }
        }

        // Taking one down may have ended with the last of them.
        if (!isInUse && shared.Maintenance == MaintenancePhase.Entering)
        {
            Enter(lab, shared);
        }
    }

    private static void Enter(LabState lab, ClusterSharedVolume shared)
    {
        Key<LabJob>? job = shared.MaintenanceJob;
        shared.Maintain(MaintenancePhase.On);
        lab.Luns[shared.Lun].Maintain(isInMaintenance: true);
        ClusterDisks.Unmount(lab, shared.Volume);
        VolumeRoutes.Changed(lab, shared.Lun);
        SharedVolumeService.Report(lab, shared, "Maintenance mode is turned on: no node shows it.");
        lab.Complete(job);
    }

    private static void TakeDown(LabState lab, VirtualMachine vm)
    {
        ClusterGroup? group = ClusterQueries.GroupOf(lab, vm.Key);
        if (group?.Operation is not null)
        {
            return;
        }

        ClusterResource? machine = ClusterQueries.MachineOf(lab, vm.Key);
        if (group is null || machine is null or { IsDown: true })
        {
            // One that cannot be turned off now is looked at again when it has done what it does.
            if (VMControl.Refusal(lab, vm.Key, VMAction.TurnOff) is null)
            {
                VMControl.TurnOff(lab, vm.Key);
            }

            return;
        }

        LeaveOff(lab, vm);
        GroupRunner.Begin(lab, group, new GroupTask(GroupOperationKind.TakeOffline));
    }

    // Whatever the cluster had in mind with it, it is started by hand.
    private static void LeaveOff(LabState lab, VirtualMachine vm)
    {
        if (ClusterQueries.GroupOf(lab, vm.Key) is { } group)
        {
            group.Want(online: false);
            foreach (ClusterResource resource in ClusterQueries.ResourcesOf(lab, group.Key))
            {
                resource.Want(online: false);
            }

            lab.Cancel(group.RetrySequence);
            group.RetryAt(null);
        }
    }
}
