using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>
/// An endpoint that is no computer's own adapter: the port of a virtual machine on a virtual switch, or a further
/// address that rides on a computer's adapter, such as a cluster's.
/// </summary>
public sealed class Station : IEntity<Station>
{
    internal Station(Key<Station> key, string macAddress)
    {
        Key = key;
        MacAddress = macAddress;
    }

    /// <inheritdoc/>
    public Key<Station> Key { get; private set; }

    /// <summary>Its MAC address: twelve hexadecimal digits; that of its adapter where it rides on one.</summary>
    public string MacAddress { get; private set; }

    /// <summary>Its address; null while it has none.</summary>
    public string? IPAddress { get; private set; }

    /// <summary>The host that gave it its MAC address from its range; null for one that it got otherwise.</summary>
    public Key<PhysicalComputer>? MacAddressGiver { get; private set; }

    /// <summary>The adapter on which it rides; null for a virtual machine's port.</summary>
    public Key<NetworkAdapter>? Adapter { get; private set; }

    /// <summary>The virtual switch that it is plugged into; null where it is not connected.</summary>
    public Key<VirtualSwitch>? VirtualSwitch { get; private set; }

    /// <summary>What its port on a virtual switch is set to; null for what a port is unless it is said.</summary>
    public PortSettings? Port { get; private set; }

    /// <summary>What passed its port; null while nothing did.</summary>
    public Key<PortCounters>? Counters { get; private set; }

    /// <summary>
    /// Whether its virtual machine's guest drives it: it takes and sends frames then, with or without an address.
    /// </summary>
    public bool HasLink { get; private set; }

    /// <summary>Whether somebody answers there: its owner says so.</summary>
    public bool IsUp { get; private set; }

    /// <summary>Says whether somebody answers there.</summary>
    internal void SetUp(bool isUp) => IsUp = isUp;

    /// <summary>Gives it another MAC address.</summary>
    internal void SetMacAddress(string macAddress, Key<PhysicalComputer>? giver) =>
        (MacAddress, MacAddressGiver) = (macAddress, giver);

    /// <summary>Gives it an address, or none.</summary>
    internal void SetAddress(string? address, RowsByText<Station> index)
    {
        IPAddress = address;
        index.Follow(this);
    }

    /// <summary>Plugs it into a virtual switch, or nowhere.</summary>
    internal void PlugInto(Key<VirtualSwitch>? virtualSwitch, RowsBy<VirtualSwitch, Station> index)
    {
        VirtualSwitch = virtualSwitch;
        index.Follow(this);
    }

    /// <summary>Puts it on an adapter.</summary>
    internal void RideOn(NetworkAdapter adapter) => (Adapter, MacAddress) = (adapter.Key, adapter.MacAddress);

    /// <summary>Sets its port.</summary>
    internal void SetPort(PortSettings? port) => Port = port;

    /// <summary>Says whether a guest drives it.</summary>
    internal void SetLink(bool hasLink) => HasLink = hasLink;

    /// <summary>Gives it counters.</summary>
    internal void CountBy(Key<PortCounters> counters) => Counters = counters;
}
