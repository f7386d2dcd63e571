using HyperVLab.Engine.Compute.Load;
using HyperVLab.Engine.Networking;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// What connections do to the counters of the ports on their way. It follows from the bytes that got there: it is
/// counted when the rate or the way changes, and computed where somebody looks before that. An answer follows every
/// second segment (RFC 1122, 4.2.3.2).
/// </summary>
internal static class FlowTraffic
{
    /// <summary>Counts what was sent since the last time; the connection's own counts follow.</summary>
    public static void Count(LabState lab, Flow flow)
    {
        foreach (FlowPort port in flow.Ports)
        {
            if (lab.PortCounters.Find(port.Counters) is { } counters)
            {
                PortTraffic passed = Since(lab, flow, port);
                counters.CountSent(FrameCast.Unicast, passed.FramesSent, passed.BytesSent);
                counters.CountReceived(FrameCast.Unicast, passed.FramesReceived, passed.BytesReceived);
            }
        }
    }

    /// <summary>What passed a port and is not counted yet.</summary>
    public static PortTraffic Past(LabState lab, Key<PortCounters> counters)
    {
        PortTraffic sum = default;
        foreach (Flow flow in lab.Flows)
        {
            foreach (FlowPort port in flow.Ports)
            {
                sum += port.Counters == counters ? Since(lab, flow, port) : default;
            }
        }

        return sum;
    }

    /// <summary>The ports on a connection's way.</summary>
    public static IReadOnlyList<FlowPort> PortsOf(LabState lab, Flow flow, FlowWay way)
    {
        List<FlowPort> ports = [];
        for (int leg = 0; leg < way.There.Legs.Count; leg++)
        {
            Add(lab, flow, way.There.Legs[leg], ports, leg == 0 ? FlowFrames.Sent : FlowFrames.Data, FlowFrames.Data);
        }

        foreach (IPLeg leg in way.Back.Legs)
        {
            Add(lab, flow, leg, ports, FlowFrames.Answers, FlowFrames.Answers);
        }

        return ports;
    }

    private static void Add(
        LabState lab, Flow flow, IPLeg leg, List<FlowPort> ports, FlowFrames sent, FlowFrames received)
    {
        (Endpoint from, Endpoint to) = (leg.From, leg.To);
        AddVirtual(lab, from, isSent: true, sent, ports);
        if (from.VirtualSwitch is null || from.VirtualSwitch != to.VirtualSwitch)
        {
            List<LoadCard> cards = LoadCards.Sending(lab, LoadCards.CarrierOf(lab, from), from, to, flow.Key.Number);
            for (int index = 0; index < cards.Count; index++)
            {
                Key<PortCounters> counters = Counting.Of(lab, cards[index].Card).Key;
                ports.Add(new FlowPort(counters, true, sent, index, cards.Count));
            }

            NetworkAdapter card = LoadCards.Receiving(lab, LoadCards.CarrierOf(lab, to), from, to);
            ports.Add(new FlowPort(Counting.Of(lab, card).Key, false, received, 0, 1));
        }

        AddVirtual(lab, to, isSent: false, received, ports);
    }

    private static void AddVirtual(
        LabState lab, Endpoint end, bool isSent, FlowFrames frames, List<FlowPort> ports)
    {
        if (end.VirtualSwitch is { } plugged
            && lab.SwitchPlanes.Of(lab, plugged).Find(lab, end.Place) is { } port)
        {
            ports.Add(new FlowPort(port.CountersIn(lab).Key, isSent, frames, 0, 1));
        }
    }

    private static PortTraffic Since(LabState lab, Flow flow, FlowPort port)
    {
        (long frames, long bytes) = CountOf(port.Frames, flow.Bytes, flow.Retransmits);
        (long framesNow, long bytesNow) =
            CountOf(port.Frames, flow.BytesAt(lab.Now), flow.RetransmitsAt(lab.Now));
        frames = ShareOf(port, framesNow) - ShareOf(port, frames);
        bytes = ShareOf(port, bytesNow) - ShareOf(port, bytes);
        return port.IsSent ? new PortTraffic(frames, bytes, 0, 0) : new PortTraffic(0, 0, frames, bytes);
    }

    // All frames of a connection until it has brought so many bytes, as many as a whole number of segments holds.
    private static (long Frames, long Bytes) CountOf(FlowFrames which, long bytes, long resent)
    {
        long segments = (bytes + TcpSettings.SegmentBytes - 1) / TcpSettings.SegmentBytes;
        long answers = (segments + 1) / 2;
        return which switch
        {
            FlowFrames.Answers => (answers, answers * NetworkSettings.ControlFrameBytes),
            FlowFrames.Data => (segments, bytes + (segments * TcpSettings.HeaderBytes)),
            _ => (segments + resent, bytes + (resent * TcpSettings.SegmentBytes)
                + ((segments + resent) * TcpSettings.HeaderBytes)),
        };
    }

    private static long ShareOf(FlowPort port, long all) => (all + port.Count - 1 - port.Index) / port.Count;
}
