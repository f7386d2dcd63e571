using HyperVLab.Engine.Compute.Notices;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>
/// Removes a virtual machine that is off or saved. Its virtual hard disks stay; its checkpoints go, and their disks are
/// merged afterwards.
/// </summary>
public sealed record RemoveVM : LabRequest
{
    /// <summary>The virtual machine.</summary>
    [Target("Name")]
    public required Key<VirtualMachine> VM { get; init; }

    /// <summary>Whether the caller wants no question first.</summary>
    public bool Force { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VirtualMachine vm = VMQueries.Require(lab, VM);
        VMHosts.Demand(lab, caller, vm.Computer);
        if (vm.Business is { } business)
        {
            throw VMErrors.Busy.For(vm.Name, vm.Name, business);
        }

        if (vm.HoldsResources)
        {
            throw VMErrors.WrongState.For(vm.Name, vm.Name, vm.State.ToString());
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        lab.Raise(new VMRemoved(VM));
        VMFactory.Remove(lab, lab.VirtualMachines[VM]);
    }
}
