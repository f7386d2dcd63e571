using HyperVLab.Engine.Clustering.Events;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>Takes one resource online or offline.</summary>
internal static class ResourceRunner
{
    /// <summary>Begins to bring a resource online.</summary>
    public static void BringOnline(LabState lab, ClusterGroupOperation operation, ClusterResource resource)
    {
        ClusterGroup group = lab.ClusterGroups[operation.Group];
        resource.Enter(ClusterResourceState.OnlinePending);
        lab.Step(operation.Job, $"Bringing '{resource.Name}' online", 60);
        if (ResourceEffects.Obstacle(lab, group, resource) is { } obstacle)
        {
            ResourceFailures.Fail(lab, operation, resource, obstacle);
        }
        else if (resource.ResourceType == ClusterResourceType.VirtualMachine)
        {
            StartMachine(lab, operation, resource);
        }
        else
        {
            TimeSpan duration = ResourceEffects.OnlineDuration(resource.ResourceType);
            if (resource.Lun is { } lun)
            {
                duration += ClusterDisks.ArbitrationOf(lab, lun, lab.ClusterNodes[group.OwnerNode].Computer);
            }

            operation.WaitFor(
                resource.Key, lab.Schedule(duration, new ResourceTransitionEnded(operation.Key, resource.Key)));
        }
    }

    /// <summary>Begins to take a resource offline.</summary>
    public static void TakeOffline(LabState lab, ClusterGroupOperation operation, ClusterResource resource)
    {
        resource.Enter(ClusterResourceState.OfflinePending);
        lab.Step(operation.Job, $"Taking '{resource.Name}' offline", 20);
        HoldShutdown(lab, operation, resource);
        if (resource.ResourceType == ClusterResourceType.VirtualMachine)
        {
            StopMachine(lab, operation, resource);
        }
        else
        {
            operation.WaitFor(
                resource.Key,
                lab.Schedule(ClusterSettings.Offline, new ResourceTransitionEnded(operation.Key, resource.Key)));
        }
    }

    /// <summary>A resource has reached the state to which it was going.</summary>
    public static void Arrive(LabState lab, ClusterGroupOperation operation, ClusterResource resource)
    {
        ClusterGroup group = lab.ClusterGroups[operation.Group];
        lab.Cancel(operation.Sequence);
        if (resource.State == ClusterResourceState.OnlinePending)
        {
            // Somebody may have started the machine where it was while its configuration came online here, and the way
            // to a disk may have gone meanwhile.
            if (resource.ResourceType is ClusterResourceType.VirtualMachineConfiguration
                    or ClusterResourceType.PhysicalDisk
                && ResourceEffects.Obstacle(lab, group, resource) is { } obstacle)
            {
                ResourceFailures.Fail(lab, operation, resource, obstacle);
                return;
            }

            ResourceEffects.ComeOnline(lab, group, resource);
            resource.Enter(ClusterResourceState.Online);
            ClusterLog.Inform(lab, group.OwnerNode, $"Resource '{resource.Name}' is online.");
        }
        else
        {
            ResourceEffects.GoOffline(lab, resource);
            resource.Enter(ClusterResourceState.Offline);
            ClusterLog.Inform(lab, group.OwnerNode, $"Resource '{resource.Name}' is offline.");
        }

        GroupRunner.Advance(lab, operation);
    }

    /// <summary>Goes on with a resource whose time came while its node hung.</summary>
    public static void GoOn(LabState lab, ClusterGroupOperation operation, ClusterResource resource)
    {
        if (resource.State == ClusterResourceState.OnlinePending)
        {
            BringOnline(lab, operation, resource);
        }
        else if (resource.ResourceType == ClusterResourceType.VirtualMachine)
        {
            GroupWaits.TimeOut(lab, operation, resource);
        }
        else
        {
            Arrive(lab, operation, resource);
        }
    }

    // A computer that shuts down waits for each step of what the cluster still has on it.
    private static void HoldShutdown(LabState lab, ClusterGroupOperation operation, ClusterResource resource)
    {
        TimeSpan step = ClusterSettings.ShutdownMargin;
        if (lab.VirtualMachines.Find(resource.VM) is { } vm
            && VMLifecycle.Of(vm.State, ActionFor(operation.OfflineAction ?? resource.OfflineAction)) is { } transition)
        {
            step += VMLifecycle.DurationOf(transition, vm);
        }

        lab.DelayShutdown(lab.ClusterNodes[operation.Source].Computer, step);
    }

    private static VMAction ActionFor(VirtualMachineOfflineAction action) => action switch
    {
        VirtualMachineOfflineAction.TurnOff => VMAction.TurnOff,
        VirtualMachineOfflineAction.Save => VMAction.Save,
        _ => VMAction.ShutDown,
    };

    private static void StartMachine(LabState lab, ClusterGroupOperation operation, ClusterResource resource)
    {
        long timeout = lab.Schedule(
            resource.PendingTimeout, new ResourceTimedOut(operation.Key, resource.Key));
        operation.WaitFor(resource.Key, timeout);
        VirtualMachine vm = lab.VirtualMachines[resource.VM!.Value];
        if (vm.State is VMState.Running or VMState.Paused)
        {
            Arrive(lab, operation, resource);
        }
        else if (vm.State != VMState.Starting)
        {
            foreach (Key<Migration> record in operation.Records.Where(one => lab.Migrations.Find(one)?.VM == vm.Key))
            {
                MigrationRecords.Pass(lab, record, MigrationPhase.Restoring);
            }

            VMControl.Start(lab, vm.Key);
        }
    }

    private static void StopMachine(LabState lab, ClusterGroupOperation operation, ClusterResource resource)
    {
        VirtualMachineOfflineAction action = operation.OfflineAction ?? resource.OfflineAction;
        TimeSpan patience = action is VirtualMachineOfflineAction.ShutDown or VirtualMachineOfflineAction.ForceShutDown
            ? ClusterSettings.GuestShutdown
            : resource.PendingTimeout;
        operation.WaitFor(resource.Key, lab.Schedule(patience, new ResourceTimedOut(operation.Key, resource.Key)));
        VirtualMachine vm = lab.VirtualMachines[resource.VM!.Value];
        if (!vm.HoldsResources)
        {
            Arrive(lab, operation, resource);
            return;
        }

        // A move by way of saving is a quick migration.
        if (operation.Kind == GroupOperationKind.Move && operation.Target != operation.Source
            && action == VirtualMachineOfflineAction.Save)
        {
            operation.Note(MigrationRecords.Begin(
                lab, vm, lab.ClusterNodes[operation.Target].Computer, operation.Job));
        }

        VMControl.Begin(lab, vm.Key, ActionFor(action), job: null);
    }
}
