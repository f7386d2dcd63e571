namespace HyperVLab.Engine.Networking;

/// <summary>
/// Lets packets go from router to router: computers whose adapters forward what is not for them. Each lowers the time
/// to live, and the one that lowers it to nothing says so.
/// </summary>
internal static class IPTrips
{
    /// <summary>How often a packet may be forwarded unless it is said (Test-Connection -MaxHops).</summary>
    public const int MaxHops = 128;

    /// <summary>
    /// Sends a packet. Computers and switches learn of it, so only requests and events may send.
    /// </summary>
    public static IPTrip Send(LabState lab, IPSender sender, string address, int maxHops) =>
        Go(lab, sender, address, maxHops, Cross);

    /// <summary>
    /// Sends the answer to a packet the way back; who got it knows the MAC address of whoever it came from.
    /// </summary>
    public static IPTrip Answer(LabState lab, IPTrip trip)
    {
        Endpoint home = trip.Legs[0].From;
        return Go(
            lab,
            IPSender.Of(lab, trip.Legs[^1].To),
            home.IPAddress!,
            MaxHops,
            (state, route) => CrossBack(state, route, home));
    }

    /// <summary>How far a packet would get now; changes and learns nothing.</summary>
    public static IPTrip Find(LabState lab, IPSender sender, string address) =>
        Go(lab, sender, address, MaxHops, Look);

    private static IPTrip Go(
        LabState lab, IPSender sender, string address, int hops, Func<LabState, IPRoute, Crossing> cross)
    {
        List<IPLeg> legs = [];
        string? router = null;
        while (true)
        {
            if (IPRoutes.Of(lab, sender, address) is not { } route)
            {
                return new IPTrip(PingStatus.DestinationNetworkUnreachable, router, legs);
            }

            (PingStatus status, Endpoint to) = cross(lab, route);
            if (status != PingStatus.Success)
            {
                string? saidBy = status == PingStatus.TimedOut ? null : router ?? route.From.IPAddress;
                return new IPTrip(status, saidBy, legs);
            }

            legs.Add(new IPLeg(route.From, to));
            if (route.NextHop == address)
            {
                return new IPTrip(status, address, legs);
            }

            if (lab.NetworkAdapters.Find(to.Place.Adapter) is not { } arrival)
            {
                return new IPTrip(PingStatus.TimedOut, null, legs);
            }

            sender = new IPSender(arrival.Computer, null);
            router = to.IPAddress;
            if (IPRoutes.IsOwn(lab, sender, address))
            {
                return new IPTrip(PingStatus.Success, address, legs);
            }

            if (!arrival.IsForwarding || --hops == 0)
            {
                return arrival.IsForwarding
                    ? new IPTrip(PingStatus.TtlExpired, router, legs)
                    : new IPTrip(PingStatus.TimedOut, null, legs);
            }
        }
    }

    private static Crossing Cross(LabState lab, IPRoute route)
    {
        if (route.Adapter is null || ArpCache.Resolve(lab, route.Adapter, route.NextHop) is not { } neighbour)
        {
            return new Crossing(PingStatus.DestinationHostUnreachable, default);
        }

        foreach (Endpoint other in Endpoint.With(lab, route.NextHop))
        {
            if (other.MacAddress == neighbour.MacAddress && Fabric.Send(lab, route.From, other))
            {
                return new Crossing(PingStatus.Success, other);
            }
        }

        return new Crossing(PingStatus.TimedOut, default);
    }

    private static Crossing CrossBack(LabState lab, IPRoute route, Endpoint home)
    {
        foreach (Endpoint other in route.NextHop == home.IPAddress ? [home] : Endpoint.With(lab, route.NextHop))
        {
            if (Fabric.Send(lab, route.From, other))
            {
                return new Crossing(PingStatus.Success, other);
            }
        }

        return new Crossing(PingStatus.TimedOut, default);
    }

    private static Crossing Look(LabState lab, IPRoute route)
    {
        foreach (Endpoint other in Endpoint.With(lab, route.NextHop))
        {
            if (route.From.IsUp && other.IsUp && Fabric.InOneDomain(lab, route.From, other)
                && NetworkFaults.LossPercent(lab, route.From, other) < NetworkSettings.DeafeningLossPercent)
            {
                return new Crossing(PingStatus.Success, other);
            }
        }

        return new Crossing(PingStatus.TimedOut, default);
    }

    private readonly record struct Crossing(PingStatus Status, Endpoint To);
}
