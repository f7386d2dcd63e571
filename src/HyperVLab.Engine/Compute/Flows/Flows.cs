using HyperVLab.Engine.Compute.Events;
using HyperVLab.Engine.Compute.Load;
using HyperVLab.Engine.Compute.Notices;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// TCP connections that are lab state. Nothing ticks: whatever disturbs one settles all, which counts what was sent at
/// the old rates until now and shares the ways anew. A connection whose way is cut tries again after its time-out, each
/// time after twice as long, and is given up when Windows gives up. Its window opens at once (ours).
/// </summary>
internal static class Flows
{
    /// <summary>
    /// Opens a connection at once, where a way leads to its other end now; null where none does. The caller settles
    /// when it has opened all.
    /// </summary>
    /// <param name="lab">The lab.</param>
    /// <param name="from">Who sends.</param>
    /// <param name="to">Who gets it.</param>
    /// <param name="port">The port at which the other end listens.</param>
    /// <param name="sizeBytes">How many bytes to send.</param>
    /// <param name="limitBitsPerSecond">How fast to send at most; null for as fast as the way allows.</param>
    /// <param name="isBackground">Whether it only takes what other connections leave over.</param>
    public static Flow? Open(
        LabState lab, LoadEnd from, LoadEnd to, int port, long sizeBytes, long? limitBitsPerSecond, bool isBackground)
    {
        if (FlowRules.FindEnds(lab, from, to) is not { } ends
            || FlowAttempts.AnswerOf(lab, ends.From, ends.To, port) != TcpPortState.Listening)
        {
            return null;
        }

        Flow flow = lab.Flows.Add(key => new Flow(key, null, ends.From, ends.To, port, lab.Now));
        flow.Ask(sizeBytes, limitBitsPerSecond);
        flow.Yield(isBackground);
        FlowAttempts.Connect(lab, flow);
        return flow;
    }

    /// <summary>Ends a connection that nobody asks for any more, and forgets it; the caller settles.</summary>
    public static void Discard(LabState lab, Flow flow)
    {
        if (!flow.HasEnded)
        {
            End(lab, flow, FlowState.Closed, FlowReason.Stopped);
        }

        lab.Flows.Remove(flow.Key);
    }

    /// <summary>Lets all connections go on as conditions are now; without a change it does nothing.</summary>
    public static void Settle(LabState lab)
    {
        if (lab.Flows.Count == 0)
        {
            return;
        }

        foreach (Flow flow in lab.Flows)
        {
            if (!flow.HasEnded)
            {
                Look(lab, flow);
            }
        }

        Share(lab);
    }

    /// <summary>A connection's event is due: its last byte, or the next try.</summary>
    public static void Advance(LabState lab, Flow flow)
    {
        flow.Await(null, null);
        switch (flow.State)
        {
            case FlowState.Established:
                End(lab, flow, FlowState.Closed, FlowReason.Finished);
                break;
            case FlowState.Connecting:
                FlowAttempts.ConnectAgain(lab, flow);
                break;
            default:
                FlowAttempts.SendAgain(lab, flow);
                break;
        }

        Settle(lab);
    }

    /// <summary>Ends a connection; the others get what it took.</summary>
    public static void End(LabState lab, Flow flow, FlowState state, FlowReason reason)
    {
        lab.Cancel(flow.Event);
        FlowTraffic.Count(lab, flow);
        flow.End(state, reason, lab.Now);
        lab.Raise(new FlowEnded(flow.Key));
    }

    // What live migrations send is sent; the connections that are established share what is left of links and
    // processors, and those in the background what is left then.
    private static void Share(LabState lab)
    {
        var map = new LoadMap(lab);
        LoadShares.Take(MigrationLoads.Of(lab, map));
        var shared = new List<(Flow Flow, FlowWay Way, LoadPath Path)>();
        foreach (Flow flow in lab.Flows)
        {
            if (flow.State == FlowState.Established && FlowWay.Find(lab, flow.From, flow.To) is { } way)
            {
                long most = 8 * TcpRate.Of(way.LossPercent(lab), way.Roundtrip(lab));
                var load = new LoadFlow(
                    flow.From.Load, flow.To.Load, Math.Min(most, flow.LimitBitsPerSecond ?? long.MaxValue));
                shared.Add((flow, way, map.PathOver(load, flow.Key.Number, way.There.Legs)));
            }
        }

        LoadShares.Settle([.. shared.Where(one => !one.Flow.IsBackground).Select(one => one.Path)]);
        LoadShares.Fill([.. shared.Where(one => one.Flow.IsBackground).Select(one => one.Path)]);
        foreach ((Flow flow, FlowWay way, LoadPath path) in shared)
        {
            FlowTraffic.Count(lab, flow);
            flow.Go(
                lab.Now,
                Math.Max(flow.IsBackground ? 0 : 1, (long)path.Rate),
                way.LossPercent(lab),
                path.Bottleneck?.Name ?? string.Empty,
                FlowTraffic.PortsOf(lab, flow, way));
            Foresee(lab, flow);
        }
    }

    // A connection whose way is gone, or whose sender stands still, waits.
    private static void Look(LabState lab, Flow flow)
    {
        if (flow.State == FlowState.Established)
        {
            TcpPortState answer = FlowAttempts.AnswerOf(lab, flow);
            if (answer == TcpPortState.Filtered || flow.IsForgotten || !FlowEnds.Runs(lab, flow.From))
            {
                lab.Cancel(flow.Event);
                FlowTraffic.Count(lab, flow);
                flow.Stall(lab.Now);
                FlowAttempts.Await(lab, flow);
            }
            else if (answer == TcpPortState.Closed)
            {
                End(lab, flow, FlowState.Broken, FlowReason.Reset);
            }
        }

        FlowAttempts.FollowSender(lab, flow);
    }

    private static void Foresee(LabState lab, Flow flow)
    {
        TimeSpan? due = lab.Now + flow.TimeLeft;
        if (due != flow.Due)
        {
            lab.Cancel(flow.Event);
            flow.Await(due is { } moment ? lab.Schedule(moment - lab.Now, new FlowDue(flow.Key)) : null, due);
        }
    }
}
