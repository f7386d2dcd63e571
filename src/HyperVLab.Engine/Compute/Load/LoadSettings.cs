using HyperVLab.Engine.Networking;

namespace HyperVLab.Engine.Compute.Load;

/// <summary>What network traffic costs, each figure with its source.</summary>
internal static class LoadSettings
{
    /// <summary>
    /// What one core of the parent partition sorts and copies without virtual machine queues: 3 to 5 Gbit/s were
    /// published; the lab takes the middle.
    /// </summary>
    public const double CopyBitsPerSecond = 4e9;

    /// <summary>What one core hands on of a queue that the card has sorted (ours).</summary>
    public const double QueueBitsPerSecond = 10e9;

    /// <summary>What one core of the parent partition sends for its machines (ours).</summary>
    public const double SendBitsPerSecond = 16e9;

    /// <summary>What one virtual processor takes or sends by the synthetic adapter (ours).</summary>
    public const double GuestBitsPerSecond = 9e9;

    /// <summary>The same by the emulated adapter, whose every register is a trip to the parent (ours).</summary>
    public const double LegacyGuestBitsPerSecond = 0.4e9;

    /// <summary>The part of a link that is payload: 1,460 bytes of a frame that takes 1,538 on the wire.</summary>
    public const double Payload = 1460.0 / 1538.0;

    /// <summary>
    /// What a frame takes on the wire beside its bytes: preamble, checksum and gap (IEEE 802.3).
    /// </summary>
    public const int WireBytes = 24;

    /// <summary>A full frame without these: 1,500 bytes of payload and its header.</summary>
    public const int FrameBytes = 1514;

    /// <summary>The bits of a full frame on the wire.</summary>
    public const double FrameBits = (FrameBytes + WireBytes) * 8;

    /// <summary>A round trip, frames that are late by a fault not counted: the middle of what pings take.</summary>
    public static readonly TimeSpan Roundtrip = (NetworkSettings.MinRoundtrip + NetworkSettings.MaxRoundtrip) / 2;

    /// <summary>How long a frame takes one way through a quiet network.</summary>
    public static TimeSpan QuietLatency => Roundtrip / 2;

    /// <summary>From which use on a link or core is full, and its buffer with it.</summary>
    public const double Full = 0.999;
}
