using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>
/// Settles a virtual machine whose job failed or was stopped: the job goes on, what it did is taken back, or the
/// machine stays as it is now.
/// </summary>
public sealed record RepairVirtualMachine : LabRequest
{
    /// <summary>The virtual machine.</summary>
    public required Key<VirtualMachine> VM { get; init; }

    /// <summary>Whether its job goes on where it was.</summary>
    public bool Retry { get; init; }

    /// <summary>Whether what its job did is taken back.</summary>
    public bool Undo { get; init; }

    /// <summary>Whether it stays as it is now.</summary>
    public bool Dismiss { get; init; }

    /// <summary>Whether the caller wants no question first.</summary>
    public bool Force { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VirtualMachine vm = lab.VirtualMachines[VM];
        if ((Retry ? 1 : 0) + (Undo ? 1 : 0) + (Dismiss ? 1 : 0) != 1)
        {
            throw RepairErrors.OneWay.For(vm.Name);
        }

        VmmOperation operation = MachineJobs.FailedOf(lab, vm)
            ?? throw RepairErrors.NothingFailed.For(vm.Name, vm.Name);
        VmmAccess.Demand(lab, caller, operation.Server);
        if (Dismiss && !MachineJobs.IsMade(lab, operation))
        {
            throw RepairErrors.NothingToKeep.For(vm.Name, vm.Name);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VirtualMachine vm = lab.VirtualMachines[VM];
        VmmOperation operation = MachineJobs.FailedOf(lab, vm)!;
        if (Retry)
        {
            job.Give(operation.Job);
            lab.Jobs[operation.Job].Reopen();
            lab.Raise(new JobRestarting(operation.Job, SkipsStep: false));
            return;
        }

        if (Undo)
        {
            MachineRepair.TakeBack(lab, vm, operation);
        }
        else
        {
            VmmOperations.GiveUp(lab, operation);
            job.Give(VM);
        }
    }
}
