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
    /// <param name="bytes">How long it is.</param>
    /// <param name="bitsPerSecond">How fast the buffer drains; 0 for at once.</param>
    /// <param name="now">Virtual time.</param>
    internal bool TrySend(int bytes, long bitsPerSecond, TimeSpan now)
    {
        if (bitsPerSecond > 0)
        {
            long waiting = Left(SendBits, now - SendMoment, bitsPerSecond) + (bytes * 8L);
            if (waiting > NetworkSettings.PortBufferBytes * 8L)
            {
                SendDrops++;
                return false;
            }

            (SendBits, SendMoment) = (waiting, now);
        }

        FramesSent++;
        BytesSent += bytes;
        return true;
    }

    /// <summary>A frame goes out to the owner; false where the buffer before it is full.</summary>
    internal bool TryReceive(int bytes, long bitsPerSecond, TimeSpan now)
    {
        long waiting = Left(ReceiveBits, now - ReceiveMoment, bitsPerSecond) + (bytes * 8L);
        if (waiting > NetworkSettings.PortBufferBytes * 8L)
        {
            ReceiveDrops++;
            return false;
        }

        (ReceiveBits, ReceiveMoment) = (waiting, now);
        FramesReceived++;
        BytesReceived += bytes;
        return true;
    }

    /// <summary>Adds what flowed by since somebody last looked.</summary>
    internal void AddFlow(long sentFrames, long sentBytes, long receivedFrames, long receivedBytes)
    {
        FramesSent += sentFrames;
        BytesSent += sentBytes;
        FramesReceived += receivedFrames;
        BytesReceived += receivedBytes;
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
