using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>The connections over which two hosts can send each other a machine's memory.</summary>
internal static class MigrationLinks
{
    /// <summary>Whether two computers stand in one subnet, reach each other in it or not.</summary>
    public static bool HaveCommonSubnet(LabState lab, Key<PhysicalComputer> one, Key<PhysicalComputer> other) =>
        Between(lab, one, other).Any();

    /// <summary>The fastest connection from one computer to another that carries now; null for none.</summary>
    public static MigrationLink? Best(LabState lab, Key<PhysicalComputer> source, Key<PhysicalComputer> target) =>
        Between(lab, source, target).Where(link => Carries(lab, link)).MaxBy(link => SpeedOf(lab, link));

    /// <summary>Whether a connection carries now.</summary>
    public static bool Carries(LabState lab, MigrationLink link) =>
        HostLinks.Connected(lab, link.Source, link.Target);

    /// <summary>
    /// The speed of a connection, in bits a second: that of its slower card, or of an uplink between.
    /// </summary>
    public static long SpeedOf(LabState lab, MigrationLink link)
    {
        NetworkAdapter near = lab.NetworkAdapters[link.Source];
        NetworkAdapter far = lab.NetworkAdapters[link.Target];
        long speed = Math.Min(near.LinkSpeedBitsPerSecond, far.LinkSpeedBitsPerSecond);
        foreach ((PhysicalSwitch known, _) in Uplinks.Between(lab, near.PhysicalSwitch, far.PhysicalSwitch))
        {
            speed = Math.Min(speed, known.UplinkSpeedBitsPerSecond!.Value);
        }

        return speed;
    }

    private static IEnumerable<MigrationLink> Between(
        LabState lab, Key<PhysicalComputer> source, Key<PhysicalComputer> target)
    {
        IReadOnlyList<Subnet> there = Networks.SubnetsOf(lab, target);
        return from near in Networks.SubnetsOf(lab, source)
               from far in there
               where near.Network == far.Network && near.PrefixLength == far.PrefixLength
               select new MigrationLink(near.Adapter, far.Adapter);
    }
}
