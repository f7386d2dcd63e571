using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>Adds a network adapter to a virtual machine.</summary>
public sealed record AddVMNetworkAdapter : LabRequest
{
    /// <summary>The virtual machine.</summary>
    [Target("VMName")]
    public required Key<VirtualMachine> VM { get; init; }

    /// <summary>The adapter's name.</summary>
    public string Name { get; init; } = VMFactory.AdapterName;

    /// <summary>The virtual switch to connect it to; null for none.</summary>
    public string? SwitchName { get; init; }

    /// <summary>Whether it is the emulated adapter, which works without integration services.</summary>
    public bool IsLegacy { get; init; }

    /// <summary>Whether it is said that hosts give it its address.</summary>
    public bool DynamicMacAddress { get; init; }

    /// <summary>The address that it keeps: twelve hexadecimal digits, with or without separators.</summary>
    public string? StaticMacAddress { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VirtualMachine vm = VMQueries.Require(lab, VM);
        VMHosts.Demand(lab, caller, vm.Computer);
        AdapterRules.DemandOff(vm);
        AdapterRules.DemandRoom(lab, vm, IsLegacy);
        AdapterRules.DemandMacAddress(vm, StaticMacAddress, DynamicMacAddress);
        if (SwitchName is { } network)
        {
            VMAdapters.RequireSwitch(lab, vm.Computer, network);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VMNetworkAdapter adapter = VMFactory.AddAdapter(lab, lab.VirtualMachines[VM], Name, IsLegacy, SwitchName);
        if (StaticMacAddress is { } address)
        {
            VMAdapters.SetStaticMacAddress(lab, adapter, address);
        }

        job.Give(adapter.Key);
    }
}
