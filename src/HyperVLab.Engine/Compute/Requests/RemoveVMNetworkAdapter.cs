using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>Takes a network adapter out of a virtual machine.</summary>
public sealed record RemoveVMNetworkAdapter : LabRequest
{
    /// <summary>The adapter.</summary>
    [Target("VMNetworkAdapter")]
    public required Key<VMNetworkAdapter> Adapter { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VirtualMachine vm = lab.VirtualMachines[VMQueries.RequireAdapter(lab, Adapter).VM];
        VMHosts.Demand(lab, caller, vm.Computer);
        AdapterRules.DemandOff(vm);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VMNetworkAdapter adapter = lab.VMNetworkAdapters[Adapter];
        VMFactory.RemoveAdapter(lab, lab.VirtualMachines[adapter.VM], adapter);
    }
}
