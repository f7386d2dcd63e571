using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking.Events;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>
/// The way of a ping session. An echo request goes out at every delay, whatever became of the one before; it is
/// concluded when its answer comes, its time is over, or nobody was found for the address. Only those of a session with
/// an end are events (<see cref="SteadyPings"/>).
/// </summary>
internal static class Pings
{
    /// <summary>Begins a session; the first echo request goes out at once.</summary>
    public static Ping Begin(LabState lab, Key<LabJob>? job, Key<PhysicalComputer> source, PingPlan plan)
    {
        Ping ping = lab.Pings.Add(key => new Ping(key, job, source, plan, lab.Now));
        AwaitNext(lab, ping, TimeSpan.Zero);
        string what = plan.TcpPort is { } port ? $"Connecting to port {NetworkRules.Text(port)} of" : "Pinging";
        lab.Step(job, $"{what} {plan.Target} [{plan.Address}]", 0);
        return ping;
    }

    /// <summary>Sends the next echo request and says when the one after is due.</summary>
    /// <returns>What became of it so far.</returns>
    public static PingOutcome SendNext(LabState lab, Ping ping)
    {
        int sequence = ping.Send();
        if (ping.Plan.Count == sequence)
        {
            ping.AwaitNext(null);
        }
        else
        {
            AwaitNext(lab, ping, ping.Plan.Delay);
        }

        return Try(lab, ping, new EchoRequest(sequence, lab.Now, 1));
    }

    /// <summary>As many more echo requests were sent, each answered like the one before.</summary>
    public static void Repeat(LabState lab, Ping ping, int count)
    {
        ping.Repeat(count);
        lab.PingReplies[ping.LastReply!.Value].Extend(count);
    }

    /// <summary>An echo request has waited.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="ping">The session.</param>
    /// <param name="request">The echo request.</param>
    /// <param name="becomes">What has become of it; null where it is to be tried again.</param>
    public static void GoOn(LabState lab, Ping ping, EchoRequest request, PingStatus? becomes)
    {
        if (becomes is { } status)
        {
            Conclude(lab, ping, request, new PingOutcome(status));
        }
        else if (request.Solicits > NetworkSettings.MaxSolicits)
        {
            GiveUp(lab, ping, request);
        }
        else
        {
            Try(lab, ping, request);
        }
    }

    /// <summary>Ends a session: nothing more is sent, and what is under way is not waited for.</summary>
    public static void End(LabState lab, Ping ping)
    {
        lab.Cancel(ping.NextSend);
        ping.End(lab.Now);
        foreach (AwaitedEcho awaited in lab.AwaitedEchoes.Where(awaited => awaited.Ping == ping.Key).ToList())
        {
            lab.AwaitedEchoes.Remove(awaited.Key);
        }
    }

    /// <summary>Ends the session that a job shows; a job of something else is left alone.</summary>
    public static void EndOf(LabState lab, Key<LabJob> job)
    {
        foreach (Ping ping in lab.Pings.Where(ping => ping.Job == job && !ping.HasEnded))
        {
            End(lab, ping);
        }
    }

    /// <summary>Ends the sessions of a computer that went down; their jobs fail.</summary>
    public static void EndAt(LabState lab, Key<PhysicalComputer> source)
    {
        foreach (Ping ping in lab.Pings.Where(ping => ping.Source == source && !ping.HasEnded))
        {
            End(lab, ping);
            lab.Fail(ping.Job, NetworkErrors.PingSourceStopped, ping.Plan.Target, lab.NameOf(source));
        }
    }

    // Tries to get an echo request to its target.
    private static PingOutcome Try(LabState lab, Ping ping, EchoRequest request)
    {
        PingOutcome outcome = Reachability.Probe(
            lab,
            ping.Source,
            ping.Plan.Address,
            ping.Key.Number,
            request.Sequence,
            ping.Plan.TcpPort,
            ping.Plan.MaxHops ?? IPTrips.MaxHops);
        switch (outcome.Status)
        {
            case PingStatus.Success when lab.Now - request.SentAt
                + outcome.Roundtrip(lab, ping.Key.Number, request.Sequence) > ping.Plan.Timeout:
                Await(lab, ping, request.SentAt + ping.Plan.Timeout, request, PingStatus.TimedOut);
                break;
            case PingStatus.Success:
                TimeSpan waited = lab.Now - request.SentAt;
                Conclude(lab, ping, request, outcome with { Late = outcome.Late + waited });
                break;
            case PingStatus.TimedOut:
                Await(lab, ping, request.SentAt + ping.Plan.Timeout, request, PingStatus.TimedOut);
                break;
            case PingStatus.DestinationHostUnreachable:
                AwaitResolution(lab, ping, request with { SaidBy = RouterOf(lab, ping, outcome.From) });
                break;
            default:
                Conclude(lab, ping, request, outcome);
                break;
        }

        return outcome;
    }

    // It is known what became of an echo request.
    private static void Conclude(LabState lab, Ping ping, EchoRequest request, PingOutcome outcome)
    {
        if (lab.PingReplies.Find(ping.LastReply) is not { } last || !last.TryExtend(request.Sequence, outcome))
        {
            last = lab.PingReplies.Add(key => new PingReply(key, ping.Key, request.Sequence, outcome));
        }

        ping.Conclude(outcome.Status, last.Key);
        if (ping.IsDone)
        {
            ping.End(lab.Now);
            lab.Complete(ping.Job);
        }
    }

    // Nobody was found for the address: the pinging computer itself says so, or the router that asked.
    private static void GiveUp(LabState lab, Ping ping, EchoRequest request)
    {
        string? saidBy = request.SaidBy
            ?? Networks.SubnetWith(lab, ping.Source, ping.Plan.Address)?.Address
            ?? Networks.AddressOf(lab, ping.Source);
        Conclude(lab, ping, request, new PingOutcome(PingStatus.DestinationHostUnreachable, null, saidBy));
    }

    private static void AwaitNext(LabState lab, Ping ping, TimeSpan delay)
    {
        if (ping.Plan.IsContinuous)
        {
            lab.SteadyPings.Await(lab, ping);
        }
        else
        {
            ping.AwaitNext(lab.Schedule(delay, new PingDue(ping.Key)));
        }
    }

    private static string? RouterOf(LabState lab, Ping ping, string? address) =>
        address is null || IPRoutes.IsOwn(lab, new IPSender(ping.Source, null), address) ? null : address;

    private static void AwaitResolution(LabState lab, Ping ping, EchoRequest request)
    {
        // A time-out shorter than asking takes comes first.
        TimeSpan next = lab.Now + NetworkSettings.RetransmitTime;
        TimeSpan deadline = request.SentAt + ping.Plan.Timeout;
        if (deadline < next)
        {
            Await(lab, ping, deadline, request, PingStatus.TimedOut);
        }
        else
        {
            Await(lab, ping, next, request with { Solicits = request.Solicits + 1 }, null);
        }
    }

    private static void Await(LabState lab, Ping ping, TimeSpan until, EchoRequest request, PingStatus? becomes)
    {
        if (ping.Plan.IsContinuous)
        {
            lab.SteadyPings.Await(lab, ping, request, until, becomes);
        }
        else
        {
            lab.Schedule(until - lab.Now, new EchoAwaited(ping.Key, request, becomes));
        }
    }
}
