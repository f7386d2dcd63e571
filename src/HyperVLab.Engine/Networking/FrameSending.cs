namespace HyperVLab.Engine.Networking;

/// <summary>Sends frames from any place, whatever they say of themselves, and finds out who gets them.</summary>
internal static class FrameSending
{
    /// <summary>Sends a frame; switches learn of it, so only requests and events may send.</summary>
    /// <returns>What became of it, until the next frame is sent.</returns>
    public static FrameWalk Send(LabState lab, FramePlace from, in EthernetFrame frame)
    {
        FrameWalk walk = lab.Frames.Begin();
        Carry(lab, walk, from, frame);
        if (walk.Deliveries.Count == 0)
        {
            walk.Drop(FrameDrop.NobodyThere);
        }

        return walk;
    }

    /// <summary>Follows a frame to one place without sending it; nothing is learned or counted.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="from">Where it begins.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="to">Whom it is for; null where nobody has its address.</param>
    public static FrameTrace Follow(LabState lab, FramePlace from, in EthernetFrame frame, Endpoint? to)
    {
        var trace = new FrameTrace(to?.Place);
        NetworkAdapter? card = to is { } there ? Fabric.CardOf(lab, there) : null;
        Carry(lab, FrameWalk.Follow(lab, trace, card), from, frame);
        return trace;
    }

    private static void Carry(LabState lab, FrameWalk walk, FramePlace from, in EthernetFrame frame)
    {
        NetworkAdapter? adapter = lab.NetworkAdapters.Find(from.Adapter);
        VirtualSwitch? plugged = lab.VirtualSwitches.Find(
            adapter is null ? lab.Stations.Find(from.Station)?.VirtualSwitch : adapter.VirtualSwitch);
        if (plugged is not null && Endpoint.IsAlive(lab, plugged.Computer)
            && lab.SwitchPlanes.Of(lab, plugged.Key) is var plane && plane.Find(lab, from) is { } port)
        {
            plane.FromPort(walk, port, frame);
        }
        else if (adapter is { IsBound: true } && Endpoint.IsAlive(lab, adapter.Computer)
            && Carriers.CardFor(lab, TeamNics.TeamOf(lab, adapter), frame.Source) is { } card)
        {
            walk.FromCard(card, TeamNics.Tagged(adapter, frame));
        }
        else
        {
            walk.Drop(FrameDrop.NotConnected);
        }
    }
}
