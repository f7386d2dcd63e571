namespace HyperVLab.Engine.Compute;

/// <summary>The figures of the page model, each with where it comes from.</summary>
internal static class MigrationSettings
{
    /// <summary>The size of a page of memory: that of the x86 processors of the time.</summary>
    public const long PageBytes = 4096;

    /// <summary>What a TCP segment carries on Ethernet: 1500 bytes without the headers of IP and TCP.</summary>
    public const long SegmentBytes = 1460;

    /// <summary>
    /// How much is sent before an answer must have come: the most to which Windows Server 2008 and later tune a
    /// connection's receive window (Microsoft: 16 MB).
    /// </summary>
    public const long WindowBytes = 16L << 20;

    /// <summary>A round trip between hosts, frames that are late by a fault not counted (ours).</summary>
    public static readonly TimeSpan Roundtrip = TimeSpan.FromMicroseconds(500);

    /// <summary>The least time after which Windows sends again what was not answered (Microsoft: 300 ms).</summary>
    public static readonly TimeSpan RetransmissionTimeout = TimeSpan.FromMilliseconds(300);

    /// <summary>How long the target takes to open a virtual hard disk while the machine stands still (ours).</summary>
    public static readonly TimeSpan OpenDisk = TimeSpan.FromMilliseconds(50);
}
