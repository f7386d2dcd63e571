using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking.Events;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>
/// The way of a ping session. An echo request goes out at every delay, whatever became of the one before; it is
/// concluded when its answer comes, its time is over, or nobody was found for the address.
/// </summary>
internal static class Pings
{
    /// <summary>Begins a session; the first echo request goes out at once.</summary>
    public static Ping Begin(LabState lab, Key<LabJob>? job, Key<PhysicalComputer> source, PingPlan plan)
    {
        Ping ping = lab.Pings.Add(key => new Ping(key, job, source, plan, lab.Now));
        ping.AwaitNext(lab.Schedule(TimeSpan.Zero, new PingDue(ping.Key, plan.IsContinuous)));
        lab.Step(job, $"Pinging {plan.Target} [{plan.Address}]", 0);
        return ping;
    }

    /// <summary>Sends the next echo request and says when the one after is due.</summary>
    public static void SendNext(LabState lab, Ping ping)
    {
        int sequence = ping.Send();
        bool isLast = ping.Plan.Count == sequence;
        ping.AwaitNext(isLast
            ? null
            : lab.Schedule(ping.Plan.Delay, new PingDue(ping.Key, ping.Plan.IsContinuous)));
        Try(lab, ping, new EchoRequest(sequence, lab.Now, 1));
    }

    /// <summary>Tries to get an echo request to its target.</summary>
    public static void Try(LabState lab, Ping ping, EchoRequest request)
    {
        PingOutcome outcome = Reachability.Probe(
            lab, ping.Source, ping.Plan.Address, ping.Key.Number, request.Sequence);
        switch (outcome.Status)
        {
            case PingStatus.Success when lab.Now - request.SentAt + outcome.Roundtrip > ping.Plan.Timeout:
                Await(lab, ping, request.SentAt + ping.Plan.Timeout, request, PingStatus.TimedOut);
                break;
            case PingStatus.Success:
                TimeSpan waited = lab.Now - request.SentAt;
                Conclude(lab, ping, request, outcome with { Roundtrip = outcome.Roundtrip + waited });
                break;
            case PingStatus.TimedOut:
                Await(lab, ping, request.SentAt + ping.Plan.Timeout, request, PingStatus.TimedOut);
                break;
            case PingStatus.DestinationHostUnreachable:
                AwaitResolution(lab, ping, request);
                break;
            default:
                Conclude(lab, ping, request, outcome);
                break;
        }
    }

    /// <summary>It is known what became of an echo request.</summary>
    public static void Conclude(LabState lab, Ping ping, EchoRequest request, PingOutcome outcome)
    {
        ping.Conclude(outcome.Status);
        lab.PingReplies.Add(key => new PingReply(key, ping.Key, request.Sequence, request.SentAt, outcome));
        if (ping.IsDone)
        {
            ping.End(lab.Now);
            lab.Complete(ping.Job);
        }
    }

    /// <summary>Nobody was found for the address: the pinging computer itself says so.</summary>
    public static void GiveUp(LabState lab, Ping ping, EchoRequest request)
    {
        string? own = Networks.SubnetWith(lab, ping.Source, ping.Plan.Address)?.Address
            ?? Networks.AddressOf(lab, ping.Source);
        Conclude(lab, ping, request, new PingOutcome(PingStatus.DestinationHostUnreachable, null, own));
    }

    /// <summary>Ends a session: nothing more is sent, and what is under way is not waited for.</summary>
    public static void End(LabState lab, Ping ping)
    {
        lab.Cancel(ping.NextSend);
        ping.End(lab.Now);
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

    private static void Await(LabState lab, Ping ping, TimeSpan until, EchoRequest request, PingStatus? becomes) =>
        lab.Schedule(until - lab.Now, new EchoAwaited(ping.Key, request, becomes, ping.Plan.IsContinuous));
}
