using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>
/// Sends echo requests. Sending uses and moves on what computers and switches have learned, so only requests and events
/// may probe.
/// </summary>
internal static class Reachability
{
    /// <summary>Sends one echo request from a computer to an address, at this moment.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="source">The computer.</param>
    /// <param name="address">The address.</param>
    /// <param name="drawKey">With the index, what losses are drawn for: the ping session's number.</param>
    /// <param name="drawIndex">Which echo request.</param>
    /// <param name="tcpPort">The port to which to connect instead; null for an echo request.</param>
    /// <returns>
    /// What becomes of it. Unreachable means that nobody answers for the address now; the computer gives up only after
    /// asking <see cref="NetworkSettings.MaxSolicits"/> times.
    /// </returns>
    public static PingOutcome Probe(
        LabState lab, Key<PhysicalComputer> source, string address, long drawKey, long drawIndex, int? tcpPort = null)
    {
        if (IsOwn(lab, source, address))
        {
            if (tcpPort is not null)
            {
                Endpoint own = Endpoint.Of(lab, Adapters.Of(lab, source).First());
                return new PingOutcome(AnswerOf(lab, own, tcpPort), TimeSpan.Zero, address, IsOwn: true);
            }

            return new PingOutcome(PingStatus.Success, TimeSpan.Zero, address, IsOwn: true)
            {
                SteadyUntil = TimeSpan.MaxValue,
            };
        }

        if (RouteOf(lab, source, address) is not { } route)
        {
            return new PingOutcome(PingStatus.DestinationNetworkUnreachable);
        }

        if (ArpCache.Resolve(lab, route.Adapter, route.NextHop) is not { } neighbour)
        {
            return new PingOutcome(PingStatus.DestinationHostUnreachable, null, route.Adapter.IPAddress);
        }

        Endpoint asking = Endpoint.Of(lab, route.Adapter);
        foreach (Endpoint other in Endpoint.With(lab, address))
        {
            if (other.MacAddress == neighbour.MacAddress
                && Fabric.Send(lab, asking, other)
                && Fabric.Send(lab, other, asking)
                && GetsThrough(lab, asking, other, drawKey, drawIndex))
            {
                TimeSpan late = NetworkFaults.Delay(lab, asking, other) + NetworkFaults.Delay(lab, other, asking);
                if (tcpPort is not null)
                {
                    PingStatus answer = AnswerOf(lab, other, tcpPort);
                    return answer == PingStatus.TimedOut
                        ? new PingOutcome(answer)
                        : new PingOutcome(answer, late, address);
                }

                bool isSure = NetworkFaults.LossPercent(lab, asking, other) == 0
                    && NetworkFaults.LossPercent(lab, other, asking) == 0;
                return new PingOutcome(PingStatus.Success, late, address)
                {
                    SteadyUntil = isSure ? neighbour.SteadyUntil(lab.Now) : TimeSpan.Zero,
                };
            }
        }

        return new PingOutcome(PingStatus.TimedOut);
    }

    /// <summary>How long an answer takes on a quiet network.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="drawKey">With the index, what it is drawn for: the ping session's number.</param>
    /// <param name="drawIndex">Which echo request.</param>
    public static TimeSpan QuietRoundtrip(LabState lab, long drawKey, long drawIndex) =>
        TimeSpan.FromTicks(lab.Draws.Between(
            NetworkSettings.MinRoundtrip.Ticks,
            NetworkSettings.MaxRoundtrip.Ticks,
            "ping-roundtrip",
            drawKey,
            drawIndex));

    private static PingStatus AnswerOf(LabState lab, Endpoint asked, int? tcpPort) =>
        tcpPort is { } port ? lab.AnswerAt(asked, port) : PingStatus.Success;

    // The request may be lost, and so may its answer.
    private static bool GetsThrough(LabState lab, Endpoint asking, Endpoint other, long drawKey, long drawIndex)
    {
        int there = NetworkFaults.LossPercent(lab, asking, other);
        int back = NetworkFaults.LossPercent(lab, other, asking);
        return (there == 0 || lab.Draws.Between(0, 100, "ping-loss", drawKey, drawIndex) >= there)
            && (back == 0 || lab.Draws.Between(0, 100, "ping-answer-loss", drawKey, drawIndex) >= back);
    }

    private static bool IsOwn(LabState lab, Key<PhysicalComputer> source, string address) =>
        address.StartsWith("127.", StringComparison.Ordinal)
        || Adapters.Of(lab, source).Any(adapter => adapter.IsBound && adapter.IPAddress == address)
        || lab.Stations.Any(station => station is { IsUp: true, Adapter: { } carrier }
            && station.IPAddress == address
            && lab.NetworkAdapters[carrier].Computer == source);

    // The adapter in the address' own subnet, otherwise one that has a gateway, whose MAC address is then asked for.
    private static (NetworkAdapter Adapter, string NextHop)? RouteOf(
        LabState lab, Key<PhysicalComputer> source, string address)
    {
        (NetworkAdapter Adapter, string NextHop)? byGateway = null;
        foreach (NetworkAdapter adapter in Adapters.Of(lab, source))
        {
            if (adapter is not { IsBound: true, IPAddress: { } own } || !Adapters.IsLinkUp(lab, adapter))
            {
                continue;
            }

            if (IPv4.InOneSubnet(own, address, adapter.PrefixLength))
            {
                return (adapter, address);
            }

            byGateway ??= adapter.DefaultGateway is { } gateway ? (adapter, gateway) : null;
        }

        return byGateway;
    }
}
