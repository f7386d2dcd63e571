using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>
/// Carries what endpoints send each other: through virtual switches, which know their own ports, and physical ones,
/// which learn theirs from what passes. Learning is part of carrying, so only requests and events may send.
/// </summary>
internal static class Fabric
{
    /// <summary>
    /// Sends a frame from one endpoint to another one's MAC address; the switches on its way learn the sender's port.
    /// </summary>
    /// <returns>Whether it got there and somebody answers.</returns>
    public static bool Send(LabState lab, Endpoint from, Endpoint to)
    {
        bool isNear = from.VirtualSwitch is not null && from.VirtualSwitch == to.VirtualSwitch;
        NetworkAdapter? card = isNear ? null : CardOf(lab, to);
        if (!from.IsUp || (!isNear && card is null))
        {
            return false;
        }

        FrameWalk walk = lab.Frames.BeginFor(card);
        Carry(lab, walk, from, MacAddresses.ToNumber(to.MacAddress));
        return to.IsUp
            && walk.Deliveries.Contains(new FrameDelivery(to.Place, 0))
            && NetworkFaults.LossPercent(lab, from, to) < 100;
    }

    /// <summary>Sends a frame to everybody: every switch that it gets to learns the sender's port.</summary>
    public static void Broadcast(LabState lab, Endpoint from)
    {
        if (from.IsUp)
        {
            Carry(lab, lab.Frames.Begin(), from, EthernetFrame.Everybody);
        }
    }

    /// <summary>
    /// Sends what an endpoint sends that came up or moved: whoever it reaches corrects what it knows of it.
    /// </summary>
    public static void Announce(LabState lab, Endpoint from)
    {
        Broadcast(lab, from);
        foreach (ArpEntry entry in lab.NeighborsByAddress.Of(from.IPAddress ?? string.Empty))
        {
            if (entry.MacAddress != from.MacAddress
                && lab.NetworkAdapters.Find(entry.Adapter) is { } adapter
                && Endpoint.Of(lab, adapter) is { IsUp: true } listener && InOneDomain(lab, from, listener))
            {
                entry.Correct(from.MacAddress);
            }
        }
    }

    /// <summary>Whether broadcasts of one endpoint get to the other now; changes and learns nothing.</summary>
    public static bool InOneDomain(LabState lab, Endpoint one, Endpoint other)
    {
        int vlanId = one.Vlan.Ingress(0);
        bool isNear = one.VirtualSwitch is not null && one.VirtualSwitch == other.VirtualSwitch;
        int tag = isNear ? vlanId : Across(lab, CardOf(lab, one), CardOf(lab, other), vlanId);
        return tag >= 0 && other.Vlan.Egress(tag) == 0 && NetworkFaults.LossPercent(lab, one, other) < 100;
    }

    /// <summary>
    /// The card by which an endpoint's frames get to the physical network; null where none leads there now.
    /// </summary>
    public static NetworkAdapter? CardOf(LabState lab, Endpoint endpoint)
    {
        Key<NetworkAdapter>? adapter = endpoint.Adapter ?? lab.VirtualSwitches.Find(endpoint.VirtualSwitch)?.Adapter;
        return lab.NetworkAdapters.Find(adapter) switch
        {
            null => null,
            { Kind: NetworkAdapterKind.Physical } card => Carriers.FirstOf(lab, card),
            var carrier => Carriers.CardFor(lab, carrier, MacAddresses.ToNumber(endpoint.MacAddress)),
        };
    }

    private static void Carry(LabState lab, FrameWalk walk, Endpoint from, ulong destination)
    {
        var frame = new EthernetFrame(
            MacAddresses.ToNumber(from.MacAddress),
            destination,
            from.VirtualSwitch is null ? from.Vlan.Ingress(0) : 0,
            NetworkSettings.ControlFrameBytes,
            FrameKind.Data);
        if (from.VirtualSwitch is { } virtualSwitch)
        {
            SwitchPlane plane = lab.SwitchPlanes.Of(lab, virtualSwitch);
            if (plane.Find(lab, from.Place) is { } port)
            {
                plane.FromPort(walk, port, frame);
            }
        }
        else if (CardOf(lab, from) is { } card)
        {
            walk.FromCard(card, frame);
        }
    }

    /// <summary>
    /// In which VLAN what an endpoint sends gets to a physical switch, 0 for untagged; -1 where it does not.
    /// </summary>
    public static int VlanAt(LabState lab, Endpoint from, Key<PhysicalSwitch> physicalSwitch)
    {
        int tag = from.Vlan.Ingress(0);
        if (tag < 0 || CardOf(lab, from) is not { PhysicalSwitch: { } near } card)
        {
            return -1;
        }

        int vlanId = PortVlans.Of(lab, near, card).Ingress(tag);
        return vlanId < 0 ? vlanId : PortVlans.Along(lab, near, physicalSwitch, vlanId);
    }

    // With which tag a frame that leaves one card gets to another; -1 where it does not.
    private static int Across(LabState lab, NetworkAdapter? card, NetworkAdapter? other, int tag)
    {
        if (card is null || other is null || tag < 0)
        {
            return -1;
        }

        Key<PhysicalSwitch> near = card.PhysicalSwitch!.Value;
        Key<PhysicalSwitch> far = other.PhysicalSwitch!.Value;
        int vlanId = PortVlans.Of(lab, near, card).Ingress(tag);
        vlanId = vlanId < 0 ? vlanId : PortVlans.Along(lab, near, far, vlanId);
        return vlanId < 0 ? vlanId : PortVlans.Of(lab, far, other).Egress(vlanId);
    }
}
