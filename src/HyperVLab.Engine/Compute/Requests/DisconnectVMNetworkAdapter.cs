using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>Disconnects a network adapter from its virtual switch; the machine may run.</summary>
public sealed record DisconnectVMNetworkAdapter : LabRequest
{
    /// <summary>The adapter.</summary>
    [Target("VMNetworkAdapter")]
    public required Key<VMNetworkAdapter> Adapter { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VirtualMachine vm = lab.VirtualMachines[VMQueries.RequireAdapter(lab, Adapter).VM];
        VMHosts.Demand(lab, caller, vm.Computer);
        AdapterRules.DemandNoMigration(vm);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VMAdapters.Connect(lab, lab.VMNetworkAdapters[Adapter], null);
        job.Give(Adapter);
    }
}
