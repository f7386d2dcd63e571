using HyperVLab.Engine.Networking;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>A network adapter of a virtual machine.</summary>
public sealed class VMNetworkAdapter : IEntity<VMNetworkAdapter>, INamed
{
    internal VMNetworkAdapter(Key<VMNetworkAdapter> key, Key<VirtualMachine> vm, string name, bool isLegacy)
    {
        Key = key;
        VM = vm;
        Name = name;
        IsLegacy = isLegacy;
        DynamicMacAddressEnabled = true;
        MacAddress = NoAddress;
    }

    /// <summary>What an adapter shows before a host has given it an address.</summary>
    internal const string NoAddress = "000000000000";

    /// <inheritdoc/>
    public Key<VMNetworkAdapter> Key { get; private set; }

    /// <summary>Its virtual machine.</summary>
    public Key<VirtualMachine> VM { get; private set; }

    /// <summary>Its name; several adapters of a machine may have the same.</summary>
    public string Name { get; private set; }

    /// <summary>Whether it is the emulated adapter, which works without integration services and is slower.</summary>
    public bool IsLegacy { get; private set; }

    /// <summary>Twelve hexadecimal digits.</summary>
    public string MacAddress { get; private set; }

    /// <summary>Whether the host that starts the machine gives it its address.</summary>
    public bool DynamicMacAddressEnabled { get; private set; }

    /// <summary>The name of the virtual switch that it is connected to, on whichever host its machine is.</summary>
    public string? SwitchName { get; private set; }

    /// <summary>Its endpoint on the network; null while it has never been connected.</summary>
    public Key<Station>? Station { get; private set; }

    /// <summary>
    /// What its port is set to on whichever switch it is connected to; null for what a port is unless it is said.
    /// </summary>
    public PortSettings? Port { get; private set; }

    /// <summary>Names it.</summary>
    internal void Rename(string name) => Name = name;

    /// <summary>Gives it an address for good.</summary>
    internal void SetStaticMacAddress(string address) => (MacAddress, DynamicMacAddressEnabled) = (address, false);

    /// <summary>Lets hosts give it its address.</summary>
    internal void UseDynamicMacAddress() => DynamicMacAddressEnabled = true;

    /// <summary>Takes the address that its host gave it.</summary>
    internal void TakeMacAddress(string address) => MacAddress = address;

    /// <summary>Connects it to the switch of that name, or to none.</summary>
    internal void Connect(string? switchName) => SwitchName = switchName;

    /// <summary>Gives it an endpoint on the network.</summary>
    internal void Appear(Key<Station> station) => Station = station;

    /// <summary>Sets its port.</summary>
    internal void SetPort(PortSettings? port) => Port = port;
}
