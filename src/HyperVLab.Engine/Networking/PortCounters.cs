using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>
/// What passed the port of a station or an adapter, and what waits in its buffers. Buffers drain when they are looked
/// at.
/// </summary>
public sealed class PortCounters : IEntity<PortCounters>
{
    internal PortCounters(Key<PortCounters> key) => Key = key;

    /// <inheritdoc/>
    public Key<PortCounters> Key { get; private set; }

    /// <summary>How many frames its owner sent.</summary>
    public long FramesSent { get; private set; }

    /// <summary>How many bytes these had.</summary>
    public long BytesSent { get; private set; }

    /// <summary>How many frames its owner got.</summary>
    public long FramesReceived { get; private set; }

    /// <summary>How many bytes these had.</summary>
    public long BytesReceived { get; private set; }

    /// <summary>How many of the frames sent were for a group, but not for everybody.</summary>
    public long MulticastFramesSent { get; private set; }

    /// <summary>How many bytes these had.</summary>
    public long MulticastBytesSent { get; private set; }

    /// <summary>How many of the frames sent were for everybody.</summary>
    public long BroadcastFramesSent { get; private set; }

    /// <summary>How many bytes these had.</summary>
    public long BroadcastBytesSent { get; private set; }

    /// <summary>How many of the frames received were for a group, but not for everybody.</summary>
    public long MulticastFramesReceived { get; private set; }

    /// <summary>How many bytes these had.</summary>
    public long MulticastBytesReceived { get; private set; }

    /// <summary>How many of the frames received were for everybody.</summary>
    public long BroadcastFramesReceived { get; private set; }

    /// <summary>How many bytes these had.</summary>
    public long BroadcastBytesReceived { get; private set; }

    /// <summary>How many frames of its owner a rule of the port refused.</summary>
    public long FramesRefused { get; private set; }

    /// <summary>How many frames of its owner found the buffer full.</summary>
    public long SendDrops { get; private set; }

    /// <summary>How many frames for its owner found the buffer full.</summary>
    public long ReceiveDrops { get; private set; }

    /// <summary>How many bits of the owner's frames waited at <see cref="SendMoment"/>.</summary>
    public long SendBits { get; private set; }

    /// <summary>When that was, since the lab began.</summary>
    public TimeSpan SendMoment { get; private set; }

    /// <summary>How many bits for the owner waited at <see cref="ReceiveMoment"/>.</summary>
    public long ReceiveBits { get; private set; }

    /// <summary>When that was, since the lab began.</summary>
    public TimeSpan ReceiveMoment { get; private set; }

    /// <summary>A rule of the port refused a frame.</summary>
    internal void Refuse() => FramesRefused++;

    /// <summary>A frame of the owner comes in; false where the buffer before it is full.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="bitsPerSecond">How fast the buffer drains; 0 for at once.</param>
    /// <param name="now">Virtual time.</param>
    internal bool TrySend(in EthernetFrame frame, long bitsPerSecond, TimeSpan now)
    {
        if (bitsPerSecond > 0)
        {
            long waiting = Left(SendBits, now - SendMoment, bitsPerSecond) + (frame.Bytes * 8L);
            if (waiting > NetworkSettings.PortBufferBytes * 8L)
            {
                SendDrops++;
                return false;
            }

            (SendBits, SendMoment) = (waiting, now);
        }

        CountSent(frame.Cast, 1, frame.Bytes);
        return true;
    }

    /// <summary>A frame goes out to the owner; false where the buffer before it is full.</summary>
    internal bool TryReceive(in EthernetFrame frame, long bitsPerSecond, TimeSpan now)
    {
        long waiting = Left(ReceiveBits, now - ReceiveMoment, bitsPerSecond) + (frame.Bytes * 8L);
        if (waiting > NetworkSettings.PortBufferBytes * 8L)
        {
            ReceiveDrops++;
            return false;
        }

        (ReceiveBits, ReceiveMoment) = (waiting, now);
        CountReceived(frame.Cast, 1, frame.Bytes);
        return true;
    }

    /// <summary>Adds what its owner sent and nobody looked at frame by frame.</summary>
    internal void CountSent(FrameCast cast, long frames, long bytes)
    {
        FramesSent += frames;
        BytesSent += bytes;
        if (cast == FrameCast.Broadcast)
        {
            BroadcastFramesSent += frames;
            BroadcastBytesSent += bytes;
        }
        else if (cast == FrameCast.Multicast)
        {
            MulticastFramesSent += frames;
            MulticastBytesSent += bytes;
        }
    }

    /// <summary>Adds what its owner got and nobody looked at frame by frame.</summary>
    internal void CountReceived(FrameCast cast, long frames, long bytes)
    {
        FramesReceived += frames;
        BytesReceived += bytes;
        if (cast == FrameCast.Broadcast)
        {
            BroadcastFramesReceived += frames;
            BroadcastBytesReceived += bytes;
        }
        else if (cast == FrameCast.Multicast)
        {
            MulticastFramesReceived += frames;
            MulticastBytesReceived += bytes;
        }
    }

    // A second empties every buffer, so longer times need no larger numbers.
    private static long Left(long bits, TimeSpan elapsed, long bitsPerSecond)
    {
        if (bits == 0 || elapsed == TimeSpan.Zero)
        {
            return bits;
        }

        long drained = elapsed >= TimeSpan.FromSeconds(1)
            ? bitsPerSecond
            : (long)((Int128)elapsed.Ticks * bitsPerSecond / TimeSpan.TicksPerSecond);
        return Math.Max(0, bits - drained);
    }
}
