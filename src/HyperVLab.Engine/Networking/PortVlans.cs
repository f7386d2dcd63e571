using HyperVLab.Engine.Networking.Notices;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>The VLANs of physical switches' ports.</summary>
internal static class PortVlans
{
    /// <summary>The VLANs of the port that an adapter is plugged into.</summary>
    public static PortVlan Of(LabState lab, Key<PhysicalSwitch> physicalSwitch, NetworkAdapter adapter) =>
        lab.PhysicalSwitchPorts.Count == 0
            ? PortVlan.Open
            : Find(lab, physicalSwitch, new SwitchPort(Channels.FirstOf(lab, adapter), null))?.Vlan ?? PortVlan.Open;

    /// <summary>The VLANs of the port that leads to another switch.</summary>
    public static PortVlan Of(LabState lab, Key<PhysicalSwitch> physicalSwitch, Key<PhysicalSwitch> neighbour) =>
        lab.PhysicalSwitchPorts.Count == 0
            ? PortVlan.Open
            : Find(lab, physicalSwitch, new SwitchPort(null, neighbour))?.Vlan ?? PortVlan.Open;

    /// <summary>The row of a port; null where it was never set.</summary>
    public static PhysicalSwitchPort? Find(LabState lab, Key<PhysicalSwitch> physicalSwitch, SwitchPort port)
    {
        foreach (PhysicalSwitchPort row in lab.PhysicalSwitchPorts)
        {
            if (row.PhysicalSwitch == physicalSwitch && row.Adapter == port.Adapter && row.Neighbour == port.Neighbour)
            {
                return row;
            }
        }

        return null;
    }

    /// <summary>Sets the VLANs of a port; what was learned by it is forgotten, and who is behind it is heard.</summary>
    public static void Set(LabState lab, Key<PhysicalSwitch> physicalSwitch, SwitchPort port, PortVlan vlan)
    {
        if (Find(lab, physicalSwitch, port) is { } known)
        {
            known.SetVlan(vlan);
        }
        else
        {
            lab.PhysicalSwitchPorts.Add(
                key => new PhysicalSwitchPort(key, physicalSwitch, port.Adapter, port.Neighbour, vlan));
        }

        SwitchTables.Forget(lab, physicalSwitch, port);
        if (port.Adapter is { } plugged)
        {
            Channels.Forget(lab, lab.NetworkAdapters[plugged]);
        }

        if (lab.NetworkAdapters.Find(port.Adapter) is { } adapter && Adapters.IsLinkUp(lab, adapter))
        {
            Cables.BeHeard(lab, adapter);
            lab.Raise(new AdapterChanged(adapter.Key));
        }
        else
        {
            lab.Raise(new NetworkImpaired());
        }
    }

    /// <summary>An adapter is no longer plugged into a switch: its port is as any other again.</summary>
    public static void Forget(LabState lab, Key<NetworkAdapter> adapter)
    {
        foreach (PhysicalSwitchPort row in lab.PhysicalSwitchPorts.Where(row => row.Adapter == adapter).ToList())
        {
            lab.PhysicalSwitchPorts.Remove(row.Key);
        }
    }

    /// <summary>
    /// In which VLAN a frame is at the far end when it goes from switch to switch; -1 where it does not get there.
    /// </summary>
    public static int Along(LabState lab, Key<PhysicalSwitch> from, Key<PhysicalSwitch> to, int vlanId)
    {
        if (lab.PhysicalSwitchPorts.Count == 0)
        {
            return Ports.RootOf(lab, from) == Ports.RootOf(lab, to) ? vlanId : -1;
        }

        List<Key<PhysicalSwitch>> up = Ports.WayUp(lab, from);
        List<Key<PhysicalSwitch>> down = Ports.WayUp(lab, to);
        int meeting = up.FindIndex(down.Contains);
        if (meeting < 0)
        {
            return -1;
        }

        int below = down.IndexOf(up[meeting]);
        List<Key<PhysicalSwitch>> way = [.. up.Take(meeting + 1), .. down.Take(below).Reverse()];
        for (int hop = 1; hop < way.Count && vlanId >= 0; hop++)
        {
            vlanId = Cross(lab, way[hop - 1], way[hop], vlanId);
        }

        return vlanId;
    }

    /// <summary>In which VLAN a frame is on the next switch; -1 where one of the two ports stops it.</summary>
    public static int Cross(LabState lab, Key<PhysicalSwitch> from, Key<PhysicalSwitch> to, int vlanId)
    {
        int tag = Of(lab, from, to).Egress(vlanId);
        return tag < 0 ? -1 : Of(lab, to, from).Ingress(tag);
    }
}
