using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Views;

namespace HyperVLab.Engine.Tests.Networking.Frames;

/// <summary>What ports count must be what was delivered, told apart by for how many it was.</summary>
internal sealed partial class RandomNetwork
{
    // What guests and management operating systems got.
    private (long Frames, long Unicast, long Broadcast) ReceivedAtPorts(LabState state)
    {
        PortCountersView all = PortCountersView.Sum(
            state, _switches.SelectMany(key => state.SwitchPlanes.Of(state, key).Ports).Select(port => port.Counters));
        return (all.FramesReceived, all.UnicastFramesReceived, all.BroadcastFramesReceived);
    }

    private static bool IsAtPort(LabState state, FramePlace place) => place.Adapter is not { } adapter
        || state.NetworkAdapters[adapter].Kind == NetworkAdapterKind.ManagementOS;

    private static void CompareCounts(
        (long Frames, long Unicast, long Broadcast) before,
        (long Frames, long Unicast, long Broadcast) now,
        EthernetFrame frame,
        int got)
    {
        Assert.Equal(before.Frames + got, now.Frames);
        Assert.Equal(before.Unicast + (frame.Cast == FrameCast.Unicast ? got : 0), now.Unicast);
        Assert.Equal(before.Broadcast + (frame.Cast == FrameCast.Broadcast ? got : 0), now.Broadcast);
    }
}
