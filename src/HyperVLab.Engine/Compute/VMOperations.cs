using HyperVLab.Engine.Compute.Events;
using HyperVLab.Engine.Compute.Load;
using HyperVLab.Engine.Compute.Notices;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>How changes of state begin and end.</summary>
internal static class VMOperations
{
    /// <summary>Begins a change that was found possible.</summary>
    public static void Begin(LabState lab, VirtualMachine vm, VMAction action, Key<LabJob>? job)
    {
        VMTransition transition = VMLifecycle.Of(vm.State, action)!;
        VMOperation operation = lab.VMOperations.Add(key =>
            new VMOperation(key, vm.Key, action, vm.State, job, lab.Now));
        vm.BeginOperation(operation.Key);
        Leave(lab, vm, action);
        VMStates.Change(lab, vm, transition.Through);
        Await(lab, operation, VMLifecycle.DurationOf(transition, vm));
    }

    /// <summary>Lets what is being done with a machine stand still, and go on later where it stood.</summary>
    public static void Freeze(LabState lab, VirtualMachine vm)
    {
        if (lab.VMOperations.Find(vm.Operation) is { Event: { } waiting } operation)
        {
            lab.Cancel(waiting);
            operation.Freeze(lab.Now);
        }
    }

    /// <summary>Lets what was being done with a machine go on.</summary>
    public static void Thaw(LabState lab, VirtualMachine vm)
    {
        if (lab.VMOperations.Find(vm.Operation) is { Remaining: { } remaining } operation)
        {
            Await(lab, operation, remaining);
        }
    }

    /// <summary>Ends a change well.</summary>
    public static void End(LabState lab, VMOperation operation)
    {
        VirtualMachine vm = lab.VirtualMachines[operation.VM];
        VMTransition transition = VMLifecycle.Of(operation.From, operation.Action)!;
        Drop(lab, vm, operation);
        if (operation.Action == VMAction.Start
            && VMDrives.StartRefusal(lab, vm, lab.Computers[vm.Computer]) is { } refusal)
        {
            GiveUp(lab, vm, operation, refusal);
            return;
        }

        if (transition.To is VMState.Off)
        {
            Guests.PowerOff(lab, vm);
        }

        // Whoever hears of the new state may begin the next operation, so this one must be over by then.
        VMStates.Change(lab, vm, transition.To, () =>
        {
            Enter(lab, vm, operation);
            lab.Complete(operation.Job);
        });
        if (lab.Migrations.Find(vm.Migration) is { Kind: MigrationKind.Quick } migration)
        {
            QuickMigration.Advance(lab, migration);
        }
    }

    /// <summary>Ends what is being done with a machine before its time, if anything is.</summary>
    public static void Abandon(LabState lab, VirtualMachine vm, LabError why)
    {
        Checkpoints.Abandon(lab, vm, why);
        if (lab.VMOperations.Find(vm.Operation) is { } operation)
        {
            lab.Cancel(operation.Event);
            Drop(lab, vm, operation);
            lab.Fail(operation.Job, why, vm.Name, vm.Name);
        }
    }

    private static void Await(LabState lab, VMOperation operation, TimeSpan time) =>
        operation.WaitFor(lab.Schedule(time, new VMOperationDue(operation.Key)), lab.Now + time);

    // Its disks went while it started: it is what it was before, and whoever started it may try again.
    private static void GiveUp(LabState lab, VirtualMachine vm, VMOperation operation, LabException why)
    {
        VMStates.Change(lab, vm, operation.From);
        lab.Fail(operation.Job, why.Error, why.Target, [.. why.Arguments]);
        if (lab.Migrations.Find(vm.Migration) is { } migration)
        {
            Migrations.Fail(lab, migration, why.Error, [.. why.Arguments]);
        }

        lab.Raise(new VMOperationFailed(vm.Key, operation.Action, why));
    }

    private static void Drop(LabState lab, VirtualMachine vm, VMOperation operation)
    {
        vm.BeginOperation(null);
        lab.VMOperations.Remove(operation.Key);
    }

    private static void Leave(LabState lab, VirtualMachine vm, VMAction action)
    {
        switch (action)
        {
            case VMAction.ShutDown:
                Workloads.ShutDown(lab, vm);
                FlowEnds.ShutDown(lab, new LoadEnd(vm.Key, null));
                vm.SetGuest(GuestState.ShuttingDown);
                break;
            case VMAction.Start or VMAction.Resume:
                break;
            default:
                Guests.Freeze(lab, vm);
                break;
        }

        if (action == VMAction.Save)
        {
            VMFiles.CreateState(lab, vm);
        }
    }

    private static void Enter(LabState lab, VirtualMachine vm, VMOperation operation)
    {
        switch (operation.Action)
        {
            case VMAction.Start when operation.From == VMState.Off:
                vm.StartAt(lab.Now);
                VMAdapters.GiveMacAddresses(lab, vm);
                VMAdapters.Reconnect(lab, vm);
                Guests.PowerOn(lab, vm);
                VMLog.Worked(lab, vm, "started successfully.");
                break;
            case VMAction.Start:
                vm.StartAt(lab.Now);
                VMAdapters.Reconnect(lab, vm);
                VMFiles.DeleteState(lab, vm);
                Guests.Thaw(lab, vm);
                VMLog.Worked(lab, vm, "was restored successfully.");
                break;
            case VMAction.Reset:
                Guests.PowerOff(lab, vm);
                Guests.PowerOn(lab, vm);
                VMLog.Worked(lab, vm, "was reset.");
                break;
            case VMAction.Resume:
                Guests.Thaw(lab, vm);
                break;
            case VMAction.Save:
                VMLog.Worked(lab, vm, "was saved successfully.");
                break;
            case VMAction.Suspend:
                break;
            default:
                VMFiles.DeleteState(lab, vm);
                VMLog.Worked(lab, vm, operation.Action == VMAction.ShutDown ? "was shut down." : "was turned off.");
                break;
        }
    }
}
