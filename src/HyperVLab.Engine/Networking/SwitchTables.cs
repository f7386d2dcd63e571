using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>The MAC tables of physical switches.</summary>
internal static class SwitchTables
{
    /// <summary>A frame of an address came in by a port.</summary>
    public static void Learn(
        LabState lab, Key<PhysicalSwitch> physicalSwitch, ulong mac, int vlanId, SwitchPort port)
    {
        SwitchEntry entry = lab.SwitchIndex.Find(lab, physicalSwitch, vlanId, mac)
            ?? lab.SwitchIndex.Add(lab, physicalSwitch, vlanId, mac);
        if (entry.See(port, lab.Now, lab.LearnedByCard))
        {
            lab.Frames.Trail.AddNews();
        }
    }

    /// <summary>The port behind which an address was seen not too long ago; null where it is not known.</summary>
    public static SwitchPort? Find(LabState lab, Key<PhysicalSwitch> physicalSwitch, ulong mac, int vlanId) =>
        lab.SwitchIndex.Find(lab, physicalSwitch, vlanId, mac) is { } entry && IsFresh(lab, entry)
            ? new SwitchPort(entry.Adapter, entry.Neighbour)
            : null;

    /// <summary>Whether an address was seen within its switch's ageing time.</summary>
    public static bool IsFresh(LabState lab, SwitchEntry entry) =>
        lab.Now - entry.SeenAt < lab.PhysicalSwitches[entry.PhysicalSwitch].AgeingTime;

    /// <summary>A switch forgets what it learned by a port.</summary>
    public static void Forget(LabState lab, Key<PhysicalSwitch> physicalSwitch, SwitchPort port)
    {
        foreach (SwitchEntry entry in lab.SwitchEntries
            .Where(entry => entry.PhysicalSwitch == physicalSwitch
                && new SwitchPort(entry.Adapter, entry.Neighbour) == port)
            .ToList())
        {
            lab.SwitchIndex.Remove(lab, entry);
        }
    }

    /// <summary>The link of an adapter went down: what was learned by it is forgotten.</summary>
    public static void Forget(LabState lab, Key<NetworkAdapter> adapter)
    {
        foreach (SwitchEntry entry in lab.LearnedByCard.Of(adapter))
        {
            lab.SwitchIndex.Remove(lab, entry);
        }
    }
}
