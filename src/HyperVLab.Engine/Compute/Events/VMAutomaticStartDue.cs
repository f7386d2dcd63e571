using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Events;

/// <summary>A host that came up starts a virtual machine.</summary>
internal sealed record VMAutomaticStartDue(Key<VirtualMachine> VM) : LabEvent
{
    /// <inheritdoc/>
    internal override void Apply(LabState lab)
    {
        if (lab.VirtualMachines.Find(VM) is { HoldsResources: false, IsClustered: false } waiting
            && lab.Computers[waiting.Computer].IsHung)
        {
            // Its host does it when it goes on.
            waiting.RememberHostStop(true);
        }
        else if (lab.VirtualMachines.Find(VM) is { HoldsResources: false, IsClustered: false, Migration: null } vm
            && lab.Computers.Find(vm.Computer) is { IsRunning: true })
        {
            VMControl.Start(lab, VM);
        }
    }
}
