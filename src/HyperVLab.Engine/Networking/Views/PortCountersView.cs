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

    /// <summary>How many of its frames a rule of the port refused.</summary>
    public required long FramesRefused { get; init; }

    /// <summary>How many of its frames found the buffer full.</summary>
    public required long SendDrops { get; init; }

    /// <summary>How many frames for it found the buffer full.</summary>
    public required long ReceiveDrops { get; init; }

    internal static PortCountersView? Of(PortCounters? counters) => counters is null ? null : new PortCountersView
    {
        FramesSent = counters.FramesSent,
        BytesSent = counters.BytesSent,
        FramesReceived = counters.FramesReceived,
        BytesReceived = counters.BytesReceived,
        FramesRefused = counters.FramesRefused,
        SendDrops = counters.SendDrops,
        ReceiveDrops = counters.ReceiveDrops,
    };
}
