using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>A request that takes one virtual machine along its lifecycle.</summary>
public abstract record VMActionRequest : LabRequest
{
    /// <summary>The virtual machine.</summary>
    [Target("Name")]
    public required Key<VirtualMachine> VM { get; init; }

    /// <summary>What is to be done.</summary>
    private protected abstract VMAction Action { get; }

    /// <summary>The same on the platform of a machine, where that does it another way.</summary>
    private protected virtual VMAction ActionOn(LabState lab, VirtualMachine vm) => Action;

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VirtualMachine vm = VMQueries.Require(lab, VM);
        PhysicalComputer host = VMHosts.Demand(lab, caller, vm.Computer);
        if (Action == VMAction.Save)
        {
            PlatformRules.Demand(host, PlatformFeature.SavedState, vm.Name);
        }

        if (!IsDone(lab, vm))
        {
            VMControl.Demand(lab, VM, ActionOn(lab, vm));
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        job.Give(VM);
        if (IsDone(lab, lab.VirtualMachines[VM]))
        {
            lab.Warn(job.Key, "The virtual machine is already in the specified state.");
            return;
        }

        job.GoOn();
        VMControl.Begin(lab, VM, ActionOn(lab, lab.VirtualMachines[VM]), job.Key);
    }

    // The real cmdlets warn and go on where there is nothing to do; a reset is never done already.
    private bool IsDone(LabState lab, VirtualMachine vm) => vm.Migration is null && ActionOn(lab, vm) switch
    {
        VMAction.Start or VMAction.Resume => vm.State == VMState.Running,
        VMAction.TurnOff or VMAction.ShutDown => vm.State == VMState.Off,
        VMAction.Save => vm.State == VMState.Saved,
        VMAction.Suspend => vm.State == VMState.Paused,
        _ => false,
    };
}
