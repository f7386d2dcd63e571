using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>
/// Carries frames: through virtual switches, which know their own ports, and physical ones, which learn theirs from
/// what passes. Learning is part of carrying, so only requests and events may send.
/// </summary>
internal static class Fabric
{
    /// <summary>
    /// Sends a frame from one endpoint to another one's MAC address; the physical switches learn the sender's port.
    /// </summary>
    /// <returns>Whether it got there and somebody answers.</returns>
    public static bool Send(LabState lab, Endpoint from, Endpoint to)
    {
        if (!from.IsUp || from.VlanId != to.VlanId)
        {
            return false;
        }

        if (from.VirtualSwitch is not null && from.VirtualSwitch == to.VirtualSwitch)
        {
            return to.IsUp;
        }

        return CardOf(lab, from) is { } sender
            && CardOf(lab, to) is { } receiver
            && Carry(lab, sender.PhysicalSwitch!.Value, new SwitchPort(sender.Key, null), new Frame(from, to), receiver)
            && to.IsUp
            && NetworkFaults.LossPercent(lab, from, to) < 100;
    }

    /// <summary>Sends a frame to everybody: every switch of the network learns the sender's port.</summary>
    public static void Broadcast(LabState lab, Endpoint from)
    {
        if (from.IsUp && CardOf(lab, from) is { } card)
        {
            Flood(lab, card.PhysicalSwitch!.Value, new SwitchPort(card.Key, null), new Frame(from, null), null);
        }
    }

    /// <summary>
    /// Sends what an endpoint sends that came up or moved: whoever it reaches corrects what it knows of it.
    /// </summary>
    public static void Announce(LabState lab, Endpoint from)
    {
        Broadcast(lab, from);
        foreach (ArpEntry entry in lab.ArpEntries)
        {
            if (entry.IPAddress == from.IPAddress && entry.MacAddress != from.MacAddress
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
        if (one.VlanId != other.VlanId || NetworkFaults.LossPercent(lab, one, other) == 100)
        {
            return false;
        }

        return (one.VirtualSwitch is not null && one.VirtualSwitch == other.VirtualSwitch)
            || (CardOf(lab, one) is { } card && CardOf(lab, other) is { } otherCard
                && Ports.RootOf(lab, card.PhysicalSwitch!.Value) == Ports.RootOf(lab, otherCard.PhysicalSwitch!.Value));
    }

    /// <summary>
    /// The card by which an endpoint's frames get to the physical network; null where none leads there now.
    /// </summary>
    public static NetworkAdapter? CardOf(LabState lab, Endpoint endpoint)
    {
        Key<NetworkAdapter>? adapter = endpoint.Adapter ?? lab.VirtualSwitches.Find(endpoint.VirtualSwitch)?.Adapter;
        return lab.NetworkAdapters.Find(adapter) is { } found ? Adapters.ActiveMember(lab, found) : null;
    }

    // A known address takes the frame to one port, right or wrong; an unknown one takes it to all.
    private static bool Carry(
        LabState lab, Key<PhysicalSwitch> at, SwitchPort cameIn, Frame frame, NetworkAdapter receiver)
    {
        if (SwitchTables.Find(lab, at, frame.To!.Value.MacAddress, frame.VlanId) is not { } known)
        {
            return Flood(lab, at, cameIn, frame, receiver);
        }

        SwitchTables.Learn(lab, at, frame.From.MacAddress, frame.VlanId, cameIn);
        return known != cameIn && (known.Neighbour is { } neighbour
            ? Carry(lab, neighbour, new SwitchPort(null, at), frame, receiver)
            : known.Adapter == receiver.Key);
    }

    private static bool Flood(
        LabState lab, Key<PhysicalSwitch> at, SwitchPort cameIn, Frame frame, NetworkAdapter? receiver)
    {
        SwitchTables.Learn(lab, at, frame.From.MacAddress, frame.VlanId, cameIn);
        bool arrives = receiver?.PhysicalSwitch == at;
        foreach (Key<PhysicalSwitch> neighbour in Ports.NeighboursOf(lab, at))
        {
            if (cameIn.Neighbour != neighbour)
            {
                var port = new SwitchPort(null, at);
                arrives |= frame.To is null || receiver is null
                    ? Flood(lab, neighbour, port, frame, receiver)
                    : Carry(lab, neighbour, port, frame, receiver);
            }
        }

        return arrives;
    }
}
