using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>
/// Which MAC addresses a host knows to be taken. As the real one it does not look at other hosts, so ranges that were
/// set to overlap give an address twice; ranges that follow from the hosts' addresses never do.
/// </summary>
internal static class GivenMacs
{
    /// <summary>Whether a host takes an address for taken, so that it gives another one.</summary>
    public static Predicate<string> SeenBy(LabState lab, Key<PhysicalComputer> computer)
    {
        if (!lab.Computers.Any(static one => one.MacAddressRange is not null))
        {
            return address => lab.MacIndex.IsTaken(lab, address);
        }

        var seen = new HashSet<string>(Adapters.Of(lab, computer).Select(static own => own.MacAddress));
        foreach (Station station in lab.Stations)
        {
            if (IsSeen(lab, station, computer))
            {
                seen.Add(station.MacAddress);
            }
        }

        return seen.Contains;
    }

    /// <summary>
    /// Whom to hold to giving an address once: a host with a range that was set for itself, all others together.
    /// </summary>
    public static Key<PhysicalComputer>? ResponsibleFor(LabState lab, Station? station) =>
        lab.Computers.Find(station?.MacAddressGiver) is { MacAddressRange: not null } giver ? giver.Key : null;

    private static bool IsSeen(LabState lab, Station station, Key<PhysicalComputer> computer) =>
        ResponsibleFor(lab, station) == (HasRange(lab, computer) ? computer : null)
        || station.MacAddressGiver == computer
        || lab.VirtualSwitches.Find(station.VirtualSwitch)?.Computer == computer;

    private static bool HasRange(LabState lab, Key<PhysicalComputer> computer) =>
        lab.Computers[computer].MacAddressRange is not null;
}
