using HyperVLab.Engine.Compute.Events;
using HyperVLab.Engine.Networking;

namespace HyperVLab.Engine.Compute;

/// <summary>How a connection is asked for, and how it is held to where nothing gets through.</summary>
internal static class FlowAttempts
{
    /// <summary>Asks the other end for the connection, the first time or again.</summary>
    public static void Connect(LabState lab, Flow flow)
    {
        switch (AnswerOf(lab, flow))
        {
            case TcpPortState.Listening:
                flow.Establish(lab.Now);
                lab.Complete(flow.Job);
                break;
            case TcpPortState.Closed:
                Flows.End(lab, flow, FlowState.Broken, FlowReason.Refused);
                lab.Fail(flow.Job, FlowErrors.Refused, flow.To.Name, flow.To.Name, NetworkRules.Text(flow.Port));
                break;
            default:
                Await(lab, flow);
                break;
        }
    }

    /// <summary>The time has come to send again what was not answered, or to give up.</summary>
    public static void SendAgain(LabState lab, Flow flow)
    {
        if (flow.Attempts == TcpSettings.MaxDataRetransmissions)
        {
            Flows.End(lab, flow, FlowState.Broken, FlowReason.TimedOut);
            return;
        }

        flow.TryAgain(countsSegment: true);
        switch (AnswerOf(lab, flow))
        {
            case TcpPortState.Listening when !flow.IsForgotten:
                flow.Resume(lab.Now);
                break;
            case TcpPortState.Filtered:
                Await(lab, flow);
                break;
            default:
                Flows.End(lab, flow, FlowState.Broken, FlowReason.Reset);
                break;
        }
    }

    /// <summary>The time has come to ask again for a connection, or to give up.</summary>
    public static void ConnectAgain(LabState lab, Flow flow)
    {
        if (flow.Attempts < TcpSettings.MaxConnectRetransmissions)
        {
            flow.TryAgain(countsSegment: false);
            Connect(lab, flow);
            return;
        }

        Flows.End(lab, flow, FlowState.Broken, FlowReason.TimedOut);
        lab.Fail(flow.Job, FlowErrors.NotAnswered, flow.To.Name, flow.To.Name, NetworkRules.Text(flow.Port));
    }

    /// <summary>Waits for an answer, each time twice as long.</summary>
    public static void Await(LabState lab, Flow flow)
    {
        TimeSpan first = flow.State == FlowState.Connecting
            ? TcpSettings.InitialTimeout
            : TcpRate.TimeoutOf(TcpSettings.Roundtrip);
        TimeSpan time = first * (1 << flow.Attempts);
        flow.Await(lab.Schedule(time, new FlowDue(flow.Key)), lab.Now + time);
    }

    /// <summary>
    /// The clock of a sender that stands still stands too, and it waits for the rest of its time when it goes on. Who
    /// waits for a connection does not wait for a sender, so that every job ends.
    /// </summary>
    public static void FollowSender(LabState lab, Flow flow)
    {
        bool runs = FlowEnds.Runs(lab, flow.From);
        if (runs && flow.Held is { } left)
        {
            flow.Await(lab.Schedule(left, new FlowDue(flow.Key)), lab.Now + left);
        }
        else if (!runs && flow is { State: FlowState.Stalled, Due: { } due })
        {
            lab.Cancel(flow.Event);
            flow.Hold(due - lab.Now);
        }
    }

    /// <summary>
    /// What the other end does with what is sent now; the flow's program listens unless somebody closed the port.
    /// </summary>
    public static TcpPortState AnswerOf(LabState lab, Flow flow) => AnswerOf(lab, flow.From, flow.To, flow.Port);

    /// <summary>The same, for a connection that is not there yet.</summary>
    public static TcpPortState AnswerOf(LabState lab, FlowEnd from, FlowEnd to, int port) =>
        FlowWay.Find(lab, from, to) is null
            ? TcpPortState.Filtered
            : TcpPorts.Find(lab, to.Load, port)?.State ?? TcpPortState.Listening;
}
