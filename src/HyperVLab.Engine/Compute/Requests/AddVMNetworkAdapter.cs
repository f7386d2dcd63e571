using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>Adds a network adapter to a virtual machine, or one of the management operating system to a
/// switch.</summary>
public sealed record AddVMNetworkAdapter : LabRequest
{
    /// <summary>The virtual machine; null for the management operating system.</summary>
    [Target("VMName")]
    public Key<VirtualMachine>? VM { get; init; }

    /// <summary>Whether the management operating system is meant.</summary>
    public bool ManagementOS { get; init; }

    /// <summary>Its host.</summary>
    [Target("ComputerName")]
    public Key<PhysicalComputer>? Computer { get; init; }

    /// <summary>The adapter's name.</summary>
    public string Name { get; init; } = VMFactory.AdapterName;

    /// <summary>The virtual switch to connect it to; null for none, which only a virtual machine's may.</summary>
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
        if (VM is not { } machine)
        {
            ValidateManagement(lab, caller);
            return;
        }

        VirtualMachine vm = VMQueries.Require(lab, machine);
        PhysicalComputer host = VMHosts.Demand(lab, caller, vm.Computer);
        AdapterRules.DemandOff(vm);
        AdapterRules.DemandRoom(
            lab, vm, IsLegacy || !Platforms.Of(host).Has(PlatformFeature.IntegrationService));
        AdapterRules.DemandMacAddress(vm.Name, StaticMacAddress, DynamicMacAddress);
        if (SwitchName is { } network)
        {
            VMAdapters.RequireSwitch(lab, vm.Computer, network);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        if (VM is not { } machine)
        {
            VirtualSwitch virtualSwitch = VMAdapters.FindSwitch(lab, Computer!.Value, SwitchName!)!;
            job.Give(ManagementAdapters.Add(
                lab, virtualSwitch, Name, MacAddressRange.Normalise(StaticMacAddress)).Key);
            return;
        }

        VMNetworkAdapter adapter = VMFactory.AddAdapter(
            lab, lab.VirtualMachines[machine], Name, IsLegacy, SwitchName);
        if (StaticMacAddress is { } address)
        {
            VMAdapters.SetStaticMacAddress(lab, adapter, address);
        }

        job.Give(adapter.Key);
    }

    private void ValidateManagement(LabState lab, LabCaller caller)
    {
        if (Computer is not { } host || SwitchName is null || IsLegacy || !ManagementOS)
        {
            throw DeviceErrors.ManagementWithoutSwitch.For(Name);
        }

        VMHosts.Demand(lab, caller, host);
        PortRules.Demand2012(lab, host, "More than one network adapter of the management operating system on a switch");
        NetworkRules.DemandName(Name);
        VirtualSwitch virtualSwitch = VMAdapters.RequireSwitch(lab, host, SwitchName);
        if (virtualSwitch.SwitchType == VMSwitchType.Private)
        {
            throw VMSwitchErrors.PrivateHasNoHost.For(SwitchName, SwitchName, "Private");
        }

        AdapterRules.DemandMacAddress(Name, StaticMacAddress, DynamicMacAddress);
        if (StaticMacAddress is null)
        {
            AdapterRules.DemandDynamicMac(lab, Name, host);
        }
    }
}
