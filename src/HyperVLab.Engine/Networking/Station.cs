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

    /// <summary>The adapter on which it rides; null for a virtual machine's port.</summary>
    public Key<NetworkAdapter>? Adapter { get; private set; }

    /// <summary>The virtual switch that it is plugged into; null where it is not connected.</summary>
    public Key<VirtualSwitch>? VirtualSwitch { get; private set; }

    /// <summary>Its VLAN; 0 for untagged.</summary>
    public int VlanId { get; private set; }

    /// <summary>Whether somebody answers there: its owner says so.</summary>
    public bool IsUp { get; private set; }

    /// <summary>Says whether somebody answers there.</summary>
    internal void SetUp(bool isUp) => IsUp = isUp;

    /// <summary>Gives it another MAC address.</summary>
    internal void SetMacAddress(string macAddress) => MacAddress = macAddress;

    /// <summary>Gives it an address, or none.</summary>
    internal void SetAddress(string? address) => IPAddress = address;

    /// <summary>Plugs it into a virtual switch, or nowhere.</summary>
    internal void PlugInto(Key<VirtualSwitch>? virtualSwitch) => VirtualSwitch = virtualSwitch;

    /// <summary>Puts it on an adapter.</summary>
    internal void RideOn(NetworkAdapter adapter) => (Adapter, MacAddress) = (adapter.Key, adapter.MacAddress);

    /// <summary>Puts it into a VLAN.</summary>
    internal void SetVlan(int vlanId) => VlanId = vlanId;
}
