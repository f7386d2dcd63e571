using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Views;

/// <summary>What passed a port, seen by who is plugged in.</summary>
public sealed record PortCountersView
{
    /// <summary>How many frames it sent.</summary>
    public required long FramesSent { get; init; }

    /// <summary>How many bytes these had.</summary>
    public required long BytesSent { get; init; }

    /// <summary>How many frames it got.</summary>
    public required long FramesReceived { get; init; }

    /// <summary>How many bytes these had.</summary>
    public required long BytesReceived { get; init; }

    /// <summary>How many of the frames sent were for a group, but not for everybody.</summary>
    public required long MulticastFramesSent { get; init; }

    /// <summary>How many bytes these had.</summary>
    public required long MulticastBytesSent { get; init; }

    /// <summary>How many of the frames sent were for everybody.</summary>
    public required long BroadcastFramesSent { get; init; }

    /// <summary>How many bytes these had.</summary>
    public required long BroadcastBytesSent { get; init; }

    /// <summary>How many of the frames received were for a group, but not for everybody.</summary>
    public required long MulticastFramesReceived { get; init; }

    /// <summary>How many bytes these had.</summary>
    public required long MulticastBytesReceived { get; init; }

    /// <summary>How many of the frames received were for everybody.</summary>
    public required long BroadcastFramesReceived { get; init; }

    /// <summary>How many bytes these had.</summary>
    public required long BroadcastBytesReceived { get; init; }

    /// <summary>How many of the frames sent were for one address.</summary>
    public long UnicastFramesSent => FramesSent - MulticastFramesSent - BroadcastFramesSent;

    /// <summary>How many bytes these had.</summary>
    public long UnicastBytesSent => BytesSent - MulticastBytesSent - BroadcastBytesSent;

    /// <summary>How many of the frames received were for one address.</summary>
    public long UnicastFramesReceived => FramesReceived - MulticastFramesReceived - BroadcastFramesReceived;

    /// <summary>How many bytes these had.</summary>
    public long UnicastBytesReceived => BytesReceived - MulticastBytesReceived - BroadcastBytesReceived;

    /// <summary>How many of its frames a rule of the port refused.</summary>
    public required long FramesRefused { get; init; }

    /// <summary>How many of its frames found the buffer full.</summary>
    public required long SendDrops { get; init; }

    /// <summary>How many frames for it found the buffer full.</summary>
    public required long ReceiveDrops { get; init; }

    /// <summary>Several ports' together.</summary>
    internal static PortCountersView Sum(LabState lab, IEnumerable<Key<PortCounters>?> keys)
    {
        PortCounters[] all = [.. keys.Select(lab.PortCounters.Find).OfType<PortCounters>()];
        PortTraffic flows = all.Aggregate(default(PortTraffic), (sum, one) => sum + lab.FlowsPast(one.Key));
        return new PortCountersView
        {
            FramesSent = all.Sum(static one => one.FramesSent) + flows.FramesSent,
            BytesSent = all.Sum(static one => one.BytesSent) + flows.BytesSent,
            FramesReceived = all.Sum(static one => one.FramesReceived) + flows.FramesReceived,
            BytesReceived = all.Sum(static one => one.BytesReceived) + flows.BytesReceived,
            MulticastFramesSent = all.Sum(static one => one.MulticastFramesSent),
            MulticastBytesSent = all.Sum(static one => one.MulticastBytesSent),
            BroadcastFramesSent = all.Sum(static one => one.BroadcastFramesSent),
            BroadcastBytesSent = all.Sum(static one => one.BroadcastBytesSent),
            MulticastFramesReceived = all.Sum(static one => one.MulticastFramesReceived),
            MulticastBytesReceived = all.Sum(static one => one.MulticastBytesReceived),
            BroadcastFramesReceived = all.Sum(static one => one.BroadcastFramesReceived),
            BroadcastBytesReceived = all.Sum(static one => one.BroadcastBytesReceived),
            FramesRefused = all.Sum(static one => one.FramesRefused),
            SendDrops = all.Sum(static one => one.SendDrops),
            ReceiveDrops = all.Sum(static one => one.ReceiveDrops),
        };
    }

    /// <summary>Those of one port, zeros where nothing passed it yet.</summary>
    internal static PortCountersView Of(LabState lab, Key<PortCounters>? key) => Sum(lab, [key]);
}
