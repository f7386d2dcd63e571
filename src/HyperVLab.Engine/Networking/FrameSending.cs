namespace HyperVLab.Engine.Networking;

/// <summary>Sends frames from any place, whatever they say of themselves, and finds out who gets them.</summary>
internal static class FrameSending
{
    /// <summary>Sends a frame; switches learn of it, so only requests and events may send.</summary>
    /// <returns>What became of it, until the next frame is sent.</returns>
    public static FrameWalk Send(LabState lab, FramePlace from, in EthernetFrame frame)
    {
        FrameWalk walk = lab.Frames.Begin();
        NetworkAdapter? adapter = lab.NetworkAdapters.Find(from.Adapter);
        VirtualSwitch? plugged = lab.VirtualSwitches.Find(
            adapter is null ? lab.Stations.Find(from.Station)?.VirtualSwitch : adapter.VirtualSwitch);
        if (plugged is not null && Endpoint.IsAlive(lab, plugged.Computer)
            && lab.SwitchPlanes.Of(lab, plugged.Key) is var plane && plane.Find(lab, from) is { } port)
        {
            plane.FromPort(walk, port, frame);
        }
        else if (adapter is { IsBound: true } && Endpoint.IsAlive(lab, adapter.Computer)
            && Carriers.CardFor(lab, adapter, frame.Source) is { } card)
        {
            walk.FromCard(card, frame);
        }
        else
        {
            walk.Drop(FrameDrop.NotConnected);
        }

        if (walk.Deliveries.Count == 0)
        {
            walk.Drop(FrameDrop.NobodyThere);
        }

        return walk;
    }
}
