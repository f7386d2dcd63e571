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
    /// <param name="maxHops">How many computers may see it on its way, the target counted.</param>
    /// <returns>
    /// What becomes of it. Unreachable means that nobody answers for the address now; the computer gives up only after
    /// asking <see cref="NetworkSettings.MaxSolicits"/> times.
    /// </returns>
    public static PingOutcome Probe(
        LabState lab,
        Key<PhysicalComputer> source,
        string address,
        long drawKey,
        long drawIndex,
        int? tcpPort = null,
        int maxHops = IPTrips.MaxHops)
    {
        var sender = new IPSender(source, null);
        if (IPRoutes.IsOwn(lab, sender, address))
        {
            Endpoint own = Endpoint.Of(lab, Adapters.Of(lab, source).First());
            return new PingOutcome(AnswerOf(lab, own, tcpPort), TimeSpan.Zero, address)
            {
                SteadyUntil = tcpPort is null ? TimeSpan.MaxValue : TimeSpan.Zero,
            };
        }

        IPTrip there = IPTrips.Send(lab, sender, address, maxHops);
        PingStatus answer = there.Status == PingStatus.Success
            ? AnswerOf(lab, there.Legs[^1].To, tcpPort)
            : there.Status;
        if (there.Legs.Count == 0 || answer == PingStatus.TimedOut)
        {
            return new PingOutcome(answer, null, there.SaidBy);
        }

        // What a router says of a packet has to get back as an answer does.
        IPTrip back = IPTrips.Answer(lab, there);
        if (back.Status != PingStatus.Success || !GetsThrough(lab, there, back, drawKey, drawIndex))
        {
            return new PingOutcome(PingStatus.TimedOut);
        }

        if (answer is not (PingStatus.Success or PingStatus.ConnectionRefused or PingStatus.TtlExpired))
        {
            return new PingOutcome(answer, null, there.SaidBy);
        }

        return new PingOutcome(answer, there.Delay(lab) + back.Delay(lab), there.SaidBy, there.Legs.Count)
        {
            SteadyUntil = tcpPort is null ? SteadyUntil(lab, there, back) : TimeSpan.Zero,
        };
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

    // Only what crosses no router is steady: of routers' neighbours nobody here knows how long they stay known.
    private static TimeSpan SteadyUntil(LabState lab, IPTrip there, IPTrip back) =>
        there is { Status: PingStatus.Success, Legs: [{ From.Place.Adapter: { } adapter, To.IPAddress: { } address }] }
        && back.Legs.Count == 1
        && there.LossPercent(lab) == 0
        && back.LossPercent(lab) == 0
            ? ArpCache.Find(lab, adapter, address)!.SteadyUntil(lab.Now)
            : TimeSpan.Zero;

    private static PingStatus AnswerOf(LabState lab, Endpoint asked, int? tcpPort) =>
        tcpPort is { } port ? lab.AnswerAt(asked, port) : PingStatus.Success;

    // The request may be lost, and so may its answer.
    private static bool GetsThrough(LabState lab, IPTrip there, IPTrip back, long drawKey, long drawIndex)
    {
        int lost = there.LossPercent(lab);
        int lostBack = back.LossPercent(lab);
        return (lost == 0 || lab.Draws.Between(0, 100, "ping-loss", drawKey, drawIndex) >= lost)
            && (lostBack == 0 || lab.Draws.Between(0, 100, "ping-answer-loss", drawKey, drawIndex) >= lostBack);
    }
}
