using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>
/// A port of a physical switch that was set to certain VLANs, or put into a channel. It is known by what is plugged
/// into it; a port without a row lets all VLANs pass.
/// </summary>
public sealed class PhysicalSwitchPort : IEntity<PhysicalSwitchPort>
{
    internal PhysicalSwitchPort(
        Key<PhysicalSwitchPort> key,
        Key<PhysicalSwitch> physicalSwitch,
        Key<NetworkAdapter>? adapter,
        Key<PhysicalSwitch>? neighbour,
        PortVlan vlan)
    {
        Key = key;
        PhysicalSwitch = physicalSwitch;
        Adapter = adapter;
        Neighbour = neighbour;
        Vlan = vlan;
    }

    /// <inheritdoc/>
    public Key<PhysicalSwitchPort> Key { get; private set; }

    /// <summary>Its switch.</summary>
    public Key<PhysicalSwitch> PhysicalSwitch { get; private set; }

    /// <summary>The adapter that is plugged in; null where the port leads to another switch.</summary>
    public Key<NetworkAdapter>? Adapter { get; private set; }

    /// <summary>The switch to which it leads; null where an adapter is plugged in.</summary>
    public Key<PhysicalSwitch>? Neighbour { get; private set; }

    /// <summary>Its VLANs.</summary>
    public PortVlan Vlan { get; private set; }

    /// <summary>The channel that it belongs to; null for none.</summary>
    public PortChannel? Channel { get; private set; }

    /// <summary>Sets the channel that it belongs to.</summary>
    internal void SetChannel(PortChannel? channel) => Channel = channel;

    /// <summary>Sets its VLANs.</summary>
    internal void SetVlan(PortVlan vlan) => Vlan = vlan;
}
