using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>The subnets that computers stand in.</summary>
internal static class Networks
{
    /// <summary>
    /// The subnets of a computer, one for each adapter that speaks TCP/IP and has an address; by adapter key.
    /// </summary>
    public static IReadOnlyList<Subnet> SubnetsOf(LabState lab, Key<PhysicalComputer> computer)
    {
        var subnets = new List<Subnet>();
        foreach (NetworkAdapter adapter in Adapters.Of(lab, computer))
        {
            if (adapter is { IsBound: true, IPAddress: { } own } && IPv4.TryParse(own, out uint address))
            {
                string network = IPv4.Format(IPv4.NetworkOf(address, adapter.PrefixLength));
                subnets.Add(new Subnet(
                    network, adapter.PrefixLength, adapter.Key, own, adapter.DefaultGateway is not null));
            }
        }

        return subnets;
    }

    /// <summary>The adapter of a computer in whose subnet an address is; null where it has none.</summary>
    public static Subnet? SubnetWith(LabState lab, Key<PhysicalComputer> computer, string address) =>
        SubnetsOf(lab, computer).FirstOrDefault(
            subnet => IPv4.InOneSubnet(subnet.Address, address, subnet.PrefixLength));

    /// <summary>The first address of a computer; null where it has none.</summary>
    public static string? AddressOf(LabState lab, Key<PhysicalComputer> computer) =>
        SubnetsOf(lab, computer) is [{ } first, ..] ? first.Address : null;
}
