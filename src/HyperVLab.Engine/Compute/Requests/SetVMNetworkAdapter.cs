using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>Changes how a network adapter gets its MAC address.</summary>
public sealed record SetVMNetworkAdapter : LabRequest
{
    /// <summary>The adapter.</summary>
    [Target("VMNetworkAdapter")]
    public required Key<VMNetworkAdapter> Adapter { get; init; }

    /// <summary>Whether hosts give it its address.</summary>
    public bool DynamicMacAddress { get; init; }

    /// <summary>The address that it keeps: twelve hexadecimal digits, with or without separators.</summary>
    public string? StaticMacAddress { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VirtualMachine vm = lab.VirtualMachines[VMQueries.RequireAdapter(lab, Adapter).VM];
        VMHosts.Demand(lab, caller, vm.Computer);
        AdapterRules.DemandOff(vm);
        AdapterRules.DemandMacAddress(vm, StaticMacAddress, DynamicMacAddress);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VMNetworkAdapter adapter = lab.VMNetworkAdapters[Adapter];
        if (StaticMacAddress is { } address)
        {
            VMAdapters.SetStaticMacAddress(lab, adapter, address);
        }
        else if (DynamicMacAddress)
        {
            adapter.UseDynamicMacAddress();
        }

        job.Give(Adapter);
    }
}
