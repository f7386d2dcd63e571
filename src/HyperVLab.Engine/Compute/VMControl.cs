using HyperVLab.Engine.Compute.Load;
using HyperVLab.Engine.Compute.Notices;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// Starts and stops virtual machines, for requests and for the areas above. Each method begins a change that an event
/// ends, and returns whether it began; where it did not, the job has failed and a notice was raised.
/// </summary>
internal static class VMControl
{
    /// <summary>Starts it, or restores it where it is saved.</summary>
    public static bool Start(LabState lab, Key<VirtualMachine> vm, Key<LabJob>? job = null) =>
        Begin(lab, vm, VMAction.Start, job);

    /// <summary>Shuts its guest down.</summary>
    public static bool ShutDown(LabState lab, Key<VirtualMachine> vm, Key<LabJob>? job = null) =>
        Begin(lab, vm, VMAction.ShutDown, job);

    /// <summary>Cuts its power.</summary>
    public static bool TurnOff(LabState lab, Key<VirtualMachine> vm, Key<LabJob>? job = null) =>
        Begin(lab, vm, VMAction.TurnOff, job);

    /// <summary>Saves its state.</summary>
    public static bool Save(LabState lab, Key<VirtualMachine> vm, Key<LabJob>? job = null) =>
        Begin(lab, vm, VMAction.Save, job);

    /// <summary>Pauses it.</summary>
    public static bool Suspend(LabState lab, Key<VirtualMachine> vm, Key<LabJob>? job = null) =>
        Begin(lab, vm, VMAction.Suspend, job);

    /// <summary>Resumes it.</summary>
    public static bool Resume(LabState lab, Key<VirtualMachine> vm, Key<LabJob>? job = null) =>
        Begin(lab, vm, VMAction.Resume, job);

    /// <summary>Refuses an action that cannot be taken now.</summary>
    /// <exception cref="LabException">It cannot.</exception>
    public static void Demand(LabState lab, Key<VirtualMachine> vm, VMAction action)
    {
        if (Refusal(lab, vm, action) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <summary>Why an action cannot be taken now; null where it can.</summary>
    public static LabException? Refusal(LabState lab, Key<VirtualMachine> key, VMAction action) =>
        lab.VirtualMachines.Find(key) is { } vm
            ? VMRules.Refusal(lab, vm, action)
            : VMErrors.NoSuchVM.For(null, key.ToString());

    /// <summary>Begins an action.</summary>
    /// <returns>Whether it could be taken.</returns>
    public static bool Begin(LabState lab, Key<VirtualMachine> key, VMAction action, Key<LabJob>? job)
    {
        if (Refusal(lab, key, action) is { } refusal)
        {
            lab.Fail(job, refusal.Error, refusal.Target, [.. refusal.Arguments]);
            lab.Raise(new VMOperationFailed(key, action, refusal));
            return false;
        }

        VirtualMachine vm = lab.VirtualMachines[key];
        VMOperations.Abandon(lab, vm, VMErrors.TurnedOff);
        VMOperations.Begin(lab, vm, action, job);
        return true;
    }

    /// <summary>
    /// Gives the configuration of a machine that is off or saved to another host, such as when its group comes online
    /// there.
    /// </summary>
    public static void Adopt(LabState lab, Key<VirtualMachine> key, Key<PhysicalComputer> computer)
    {
        if (lab.VirtualMachines.Find(key) is { HoldsResources: false } vm)
        {
            vm.MoveTo(computer);
            DiskMerges.Follow(lab, vm);
        }
    }

    /// <summary>Lets a machine whose saved memory is gone be off.</summary>
    public static void StateLost(LabState lab, VirtualMachine vm)
    {
        VMOperations.Abandon(lab, vm, VMErrors.StateLost);
        Workloads.LosePower(lab, vm);
        vm.ForgetGuest();
        FlowEnds.Lose(lab, new LoadEnd(vm.Key, null));
        VMStates.Change(lab, vm, VMState.Off);
    }

    /// <summary>Takes the power from a machine at once, because its host has none or it has crashed.</summary>
    public static void PowerLost(LabState lab, VirtualMachine vm, bool hasCrashed = false)
    {
        vm.Freeze(false);
        VMOperations.Abandon(lab, vm, hasCrashed ? VMErrors.Quit : VMErrors.HostStopped);
        if (vm.State == VMState.Saved)
        {
            return;
        }

        // What was half saved or half restored is no state that anybody could go on from.
        VMFiles.DeleteState(lab, vm);
        Guests.PowerOff(lab, vm);
        VMStates.Change(lab, vm, VMState.Off, hasCrashed: hasCrashed);
    }
}
