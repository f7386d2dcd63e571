using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>Connects a network adapter to a virtual switch of its machine's host; the machine may run.</summary>
public sealed record ConnectVMNetworkAdapter : LabRequest
{
    /// <summary>The adapter.</summary>
    [Target("VMNetworkAdapter")]
    public required Key<VMNetworkAdapter> Adapter { get; init; }

    /// <summary>The virtual switch.</summary>
    public required string SwitchName { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VirtualMachine vm = lab.VirtualMachines[VMQueries.RequireAdapter(lab, Adapter).VM];
        VMHosts.Demand(lab, caller, vm.Computer);
        AdapterRules.DemandNoMigration(vm);
        VMAdapters.RequireSwitch(lab, vm.Computer, SwitchName);
        VMAdapters.DemandMacAddress(lab, vm, lab.VMNetworkAdapters[Adapter]);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VMAdapters.Connect(lab, lab.VMNetworkAdapters[Adapter], SwitchName);
        job.Give(Adapter);
    }
}
