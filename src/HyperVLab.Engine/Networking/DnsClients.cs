using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking.Events;

namespace HyperVLab.Engine.Networking;

/// <summary>
/// How computers and guests register their names: when they start, when their address changes, and when an
/// administrator says so, each time only where the name server is reached. Where it is not, the server keeps the old
/// address, and they try again when they renew their lease, or with a static address a day later (Microsoft, dynamic
/// update: every 24 hours).
/// </summary>
internal static class DnsClients
{
    /// <summary>
    /// Registers the name of a computer of the domain, at the address of its first adapter that has a name server;
    /// another adapter is left alone.
    /// </summary>
    /// <returns>Whether there was nothing to register, or the name server was told.</returns>
    public static bool Register(LabState lab, NetworkAdapter adapter)
    {
        NetworkAdapter? first = Adapters.Of(lab, adapter.Computer)
            .FirstOrDefault(static one => one is { IsBound: true, IPAddress: not null, DnsServer: not null });
        PhysicalComputer computer = lab.Computers[adapter.Computer];
        return first != adapter || computer.Domain is null
            || Register(lab, computer.Name, Endpoint.Of(lab, adapter), adapter.DnsServer!);
    }

    /// <summary>Registers a name at the address of an endpoint.</summary>
    /// <returns>Whether the name server was told.</returns>
    public static bool Register(LabState lab, string name, Endpoint from, string server)
    {
        bool isTold = IsServed(lab, from, server);
        NameUpdate? update = Find(lab, name);
        if (isTold)
        {
            DnsZone.Register(lab, name, from.IPAddress!);
            Remove(lab, update);
            return true;
        }

        update ??= lab.NameUpdates.Add(key => new NameUpdate(key, name));
        lab.Cancel(update.Event);
        update.Await(from.Place, lab.Schedule(TimeToRetry(lab, from), new NameUpdateDue(update.Key)));
        return false;
    }

    /// <summary>Removes a name that a computer had, where the name server is reached.</summary>
    public static void Unregister(LabState lab, PhysicalComputer computer, string name)
    {
        if (Adapters.Of(lab, computer.Key).Any(adapter => adapter is { IsBound: true, DnsServer: { } server }
            && IsServed(lab, Endpoint.Of(lab, adapter), server)))
        {
            DnsZone.Unregister(lab, name);
        }

        Remove(lab, Find(lab, name));
    }

    /// <summary>The time has come to try again; who is no longer there registers when it starts.</summary>
    public static void TryAgain(LabState lab, NameUpdate update)
    {
        update.Await(new FramePlace(update.Station, update.Adapter), null);
        if (lab.NetworkAdapters.Find(update.Adapter) is { DnsServer: { } own } adapter
            && Endpoint.Of(lab, adapter) is { IsUp: true, IPAddress: not null } computer)
        {
            Register(lab, update.Name, computer, own);
        }
        else if (lab.Stations.Find(update.Station) is { } station
            && Endpoint.Of(lab, station) is { IsUp: true, IPAddress: not null } guest
            && ServerOf(lab, station) is { } server)
        {
            Register(lab, update.Name, guest, server);
        }
        else
        {
            Remove(lab, update);
        }
    }

    /// <summary>Who holds names that the server was not told tries again.</summary>
    public static void TryAgain(LabState lab, FramePlace place)
    {
        foreach (NameUpdate update in lab.NameUpdates
            .Where(update => update.Adapter == place.Adapter && update.Station == place.Station).ToList())
        {
            lab.Cancel(update.Event);
            TryAgain(lab, update);
        }
    }

    /// <summary>Whether a name server is reached from an endpoint, answers, and its answer gets back.</summary>
    public static bool IsServed(LabState lab, Endpoint from, string server)
    {
        if (!from.IsUp || from.IPAddress is not { } home)
        {
            return false;
        }

        if (home == server)
        {
            return lab.AnswerAt(from, NetworkSettings.DnsPort) == PingStatus.Success;
        }

        IPTrip there = IPTrips.Find(lab, IPSender.Of(lab, from), server);
        return there is { Status: PingStatus.Success, Legs: [.., { To: var asked }] }
            && lab.AnswerAt(asked, NetworkSettings.DnsPort) == PingStatus.Success
            && IPTrips.Find(lab, IPSender.Of(lab, asked), home).Status == PingStatus.Success;
    }

    /// <summary>
    /// The name server that a station asks: that of the adapter on which it rides, of its network's pool, or the
    /// domain's (ours: guests are set up with it); null where there is none.
    /// </summary>
    public static string? ServerOf(LabState lab, Station station)
    {
        string? told = lab.NetworkAdapters.Find(station.Adapter) is { } carrier ? carrier.DnsServer
            : station.VirtualSwitch is { } plugged ? Addresses.PoolOf(lab, plugged)?.Range.DnsServer
            : null;
        return told ?? lab.Domains.Select(domain => Networks.AddressOf(lab, domain.Controller))
            .FirstOrDefault(static address => address is not null);
    }

    /// <summary>An adapter or station goes, and does not try again.</summary>
    public static void Forget(LabState lab, FramePlace place)
    {
        foreach (NameUpdate update in lab.NameUpdates
            .Where(update => update.Adapter == place.Adapter && update.Station == place.Station).ToList())
        {
            Remove(lab, update);
        }
    }

    private static NameUpdate? Find(LabState lab, string name) => lab.NameUpdates.FirstOrDefault(
        update => string.Equals(update.Name, name, StringComparison.OrdinalIgnoreCase));

    private static void Remove(LabState lab, NameUpdate? update)
    {
        if (update is not null)
        {
            lab.Cancel(update.Event);
            lab.NameUpdates.Remove(update.Key);
        }
    }

    private static TimeSpan TimeToRetry(LabState lab, Endpoint from) =>
        lab.LeasesByAddress.Of(from.IPAddress ?? string.Empty)
            .FirstOrDefault(lease => lease.MacAddress == from.MacAddress) is { } held
            ? LeaseTimes.TimeToRenewal(lab, held)
            : NetworkSettings.NameRefreshTime;
}
