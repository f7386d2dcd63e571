using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>
/// Which MAC addresses a host knows to be taken: its own, those that it gave, and those on its switches. As the real
/// one it does not look at other hosts, so ranges that overlap give an address twice, whether they were set so or the
/// hosts' addresses end alike.
/// </summary>
internal static class GivenMacs
{
    /// <summary>Whether a host takes an address for taken, so that it gives another one.</summary>
    public static Predicate<string> SeenBy(LabState lab, Key<PhysicalComputer> computer)
    {
        var seen = new HashSet<string>(Adapters.Of(lab, computer).Select(static own => own.MacAddress));
        foreach (VirtualSwitch own in lab.VirtualSwitches.Where(one => one.Computer == computer))
        {
            seen.UnionWith(lab.SwitchPlanes.Of(lab, own.Key).Ports.Select(port => MacAddresses.ToText(port.Mac)));
        }

        return address => seen.Contains(address) || lab.MacIndex.IsGiven(lab, computer, address);
    }
}
