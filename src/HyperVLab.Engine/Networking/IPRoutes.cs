namespace HyperVLab.Engine.Networking;

/// <summary>Where senders send packets that are for an address.</summary>
internal static class IPRoutes
{
    /// <summary>The route of a packet; null where none leads there.</summary>
    public static IPRoute? Of(LabState lab, IPSender sender, string address)
    {
        if (lab.Stations.Find(sender.Station) is { } station)
        {
            return OfGuest(lab, station, address);
        }

        // The adapter in the address' own subnet, otherwise one that has a gateway.
        IPRoute? byGateway = null;
        foreach (NetworkAdapter adapter in Adapters.Of(lab, sender.Computer!.Value))
        {
            if (adapter is not { IsBound: true, IPAddress: { } own } || !Adapters.IsLinkUp(lab, adapter))
            {
                continue;
            }

            if (IPv4.InOneSubnet(own, address, adapter.PrefixLength))
            {
                return new IPRoute(Endpoint.Of(lab, adapter), adapter, address);
            }

            byGateway ??= adapter.DefaultGateway is { } gateway
                ? new IPRoute(Endpoint.Of(lab, adapter), adapter, gateway)
                : null;
        }

        return byGateway;
    }

    /// <summary>Whether an address is a computer's own.</summary>
    public static bool IsOwn(LabState lab, IPSender sender, string address) =>
        address.StartsWith("127.", StringComparison.Ordinal)
        || lab.Stations.Find(sender.Station)?.IPAddress == address
        || (sender.Computer is { } computer
            && (Adapters.Of(lab, computer).Any(adapter => adapter.IsBound && adapter.IPAddress == address)
                || lab.Stations.Any(station => station is { IsUp: true, Adapter: { } carrier }
                    && station.IPAddress == address
                    && lab.NetworkAdapters[carrier].Computer == computer)));

    // The lab knows of a guest's subnet and gateway what the pool of its network says; of others it takes a usual one.
    private static IPRoute? OfGuest(LabState lab, Station station, string address)
    {
        if (station is not { IsUp: true, IPAddress: { } own })
        {
            return null;
        }

        AddressRange? range = station.VirtualSwitch is { } plugged ? Addresses.PoolOf(lab, plugged)?.Range : null;
        bool isKnown = range is not null && IPv4.InOneSubnet(own, range.First, range.PrefixLength);
        int prefixLength = isKnown ? range!.PrefixLength : NetworkSettings.GuestPrefixLength;
        string? nextHop = IPv4.InOneSubnet(own, address, prefixLength) ? address
            : isKnown ? range!.DefaultGateway : null;
        return nextHop is null ? null : new IPRoute(Endpoint.Of(lab, station), null, nextHop);
    }
}
