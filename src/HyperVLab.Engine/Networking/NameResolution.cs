using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>Finds the address of a name, as Windows does: itself, the name server, then a broadcast.</summary>
internal static class NameResolution
{
    /// <summary>
    /// The address of a name or address that somebody gave; null where it has none. Changes and learns nothing.
    /// </summary>
    public static string? Resolve(LabState lab, Key<PhysicalComputer> source, string target)
    {
        if (IPv4.TryParse(target, out _))
        {
            return target;
        }

        string name = DnsZone.HostPart(lab, target);
        if (Same(name, "localhost") || Same(name, lab.Computers[source].Name))
        {
            return Networks.AddressOf(lab, source) ?? "127.0.0.1";
        }

        return AskServers(lab, source, name) ?? AskEverybody(lab, source, name);
    }

    private static string? AskServers(LabState lab, Key<PhysicalComputer> source, string name)
    {
        foreach (NetworkAdapter adapter in Adapters.Of(lab, source))
        {
            if (adapter is { IsBound: true, DnsServer: { } server }
                && DnsClients.IsServed(lab, Endpoint.Of(lab, adapter), server))
            {
                return DnsZone.Find(lab, name)?.Address;
            }
        }

        return null;
    }

    private static string? AskEverybody(LabState lab, Key<PhysicalComputer> source, string name)
    {
        foreach (NetworkAdapter other in lab.NetworkAdapters)
        {
            if (other is { IsBound: true, IPAddress: not null }
                && Same(lab.Computers[other.Computer].Name, name)
                && Endpoint.Of(lab, other) is { IsUp: true } endpoint
                && Adapters.Of(lab, source).Any(
                    one => one.IsBound && Fabric.InOneDomain(lab, Endpoint.Of(lab, one), endpoint)))
            {
                return other.IPAddress;
            }
        }

        return null;
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
