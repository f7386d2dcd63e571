using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>The ports of physical switches, by what is plugged into them.</summary>
internal static class Ports
{
    /// <summary>
    /// The switches that a switch is plugged together with: the one above it, then those below by key.
    /// </summary>
    public static IEnumerable<Key<PhysicalSwitch>> NeighboursOf(LabState lab, Key<PhysicalSwitch> physicalSwitch)
    {
        if (lab.PhysicalSwitches[physicalSwitch].Uplink is { } uplink)
        {
            yield return uplink;
        }

        foreach (PhysicalSwitch other in lab.PhysicalSwitches)
        {
            if (other.Uplink == physicalSwitch)
            {
                yield return other.Key;
            }
        }
    }

    /// <summary>How many ports of a switch are free.</summary>
    public static int FreeOf(LabState lab, PhysicalSwitch physicalSwitch) =>
        physicalSwitch.PortCount
            - NeighboursOf(lab, physicalSwitch.Key).Count()
            - lab.CardsBySwitch.Count(physicalSwitch.Key);

    /// <summary>A switch and those above it, up to the root.</summary>
    public static List<Key<PhysicalSwitch>> WayUp(LabState lab, Key<PhysicalSwitch> physicalSwitch)
    {
        List<Key<PhysicalSwitch>> way = [physicalSwitch];
        while (lab.PhysicalSwitches[way[^1]].Uplink is { } uplink)
        {
            way.Add(uplink);
        }

        return way;
    }

    /// <summary>
    /// The switch at the root of the tree that a switch stands in: switches with one root are one network.
    /// </summary>
    public static Key<PhysicalSwitch> RootOf(LabState lab, Key<PhysicalSwitch> physicalSwitch)
    {
        while (lab.PhysicalSwitches[physicalSwitch].Uplink is { } uplink)
        {
            physicalSwitch = uplink;
        }

        return physicalSwitch;
    }
}
