using HyperVLab.Engine.Compute.Integration;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Views;

namespace HyperVLab.Engine.Compute.Views;

/// <summary>A network adapter of a virtual machine.</summary>
public sealed record VMNetworkAdapterView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The virtual machine's number.</summary>
    public required int VMKey { get; init; }

    /// <summary>The virtual machine.</summary>
    public required string VMName { get; init; }

    /// <summary>The virtual machine's identifier.</summary>
    public required Guid VMId { get; init; }

    /// <summary>The host.</summary>
    public required string ComputerName { get; init; }

    /// <summary>Whether it is the emulated adapter.</summary>
    public required bool IsLegacy { get; init; }

    /// <summary>Twelve hexadecimal digits; zeros before a host has given it an address.</summary>
    public required string MacAddress { get; init; }

    /// <summary>Whether hosts give it its address.</summary>
    public required bool DynamicMacAddressEnabled { get; init; }

    /// <summary>The virtual switch that it is connected to; null for none.</summary>
    public string? SwitchName { get; init; }

    /// <summary>What its port on a virtual switch is set to.</summary>
    public required PortSettings Port { get; init; }

    /// <summary>What passed its port.</summary>
    public required PortCountersView Counters { get; init; }

    /// <summary>Whether its guest answers by it.</summary>
    public required bool IsAnswering { get; init; }

    /// <summary>The addresses that its guest answers under, if the guest tells them.</summary>
    public required IReadOnlyList<string> IPAddresses { get; init; }

    internal static VMNetworkAdapterView Of(LabState lab, VMNetworkAdapter adapter)
    {
        VirtualMachine vm = lab.VirtualMachines[adapter.VM];
        bool isAnswering = vm.GuestAddress is not null && GuestNetwork.FirstWorking(lab, vm) == adapter;
        return new VMNetworkAdapterView
        {
            Key = adapter.Key.Number,
            Name = adapter.Name,
            VMKey = vm.Key.Number,
            VMName = vm.Name,
            VMId = vm.Id,
            ComputerName = lab.NameOf(vm.Computer),
            IsLegacy = adapter.IsLegacy,
            MacAddress = adapter.MacAddress,
            DynamicMacAddressEnabled = adapter.DynamicMacAddressEnabled,
            SwitchName = adapter.SwitchName,
            Port = adapter.Port ?? PortSettings.Default,
            Counters = PortCountersView.Of(lab, lab.Stations.Find(adapter.Station)?.Counters),
            IsAnswering = isAnswering,

            // The host knows of a guest's addresses what the guest tells it.
            IPAddresses = isAnswering
                && IntegrationServices.IsConnected(vm, IntegrationServiceKind.KeyValuePairExchange)
                    ? [vm.GuestAddress!]
                    : [],
        };
    }
}
