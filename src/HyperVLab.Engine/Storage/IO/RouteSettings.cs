namespace HyperVLab.Engine.Storage;

/// <summary>The figures of reads and writes on each route, each with where it comes from.</summary>
internal static class RouteSettings
{
    /// <summary>What one path of SAS at 3 Gbit/s carries: 8 bits in 10, so 300 MB/s (SAS 1.1).</summary>
    public const long PathBytesPerSecond = 300_000_000;

    /// <summary>What the disks of a shared array give, however many paths lead there (ours).</summary>
    public const long ArrayBytesPerSecond = 400_000_000;

    /// <summary>What a computer's own disks give (ours: two mirrored disks of 10,000 turns a minute).</summary>
    public const long LocalBytesPerSecond = 100_000_000;

    /// <summary>
    /// What SMB carries over each 1 Gbit/s: as much as a live migration (115 MB/s, Microsoft's live migration network
    /// configuration guide; that SMB2 reaches the same is ours).
    /// </summary>
    public const long RedirectedBytesPerGigabit = 115_000_000;

    /// <summary>A link of 1 Gbit/s, in bits a second.</summary>
    public const long Gigabit = 1_000_000_000;

    /// <summary>
    /// One access to a shared array: 3.5 ms to find the track and 2 ms for half a turn at 15,000 a minute (figures of
    /// such disks' data sheets; that no cache helps is ours).
    /// </summary>
    public static readonly TimeSpan ArrayLatency = TimeSpan.FromMicroseconds(5500);

    /// <summary>One access to a computer's own disks, at 10,000 turns a minute (ours).</summary>
    public static readonly TimeSpan LocalLatency = TimeSpan.FromMicroseconds(7500);

    /// <summary>What the coordinator's SMB server and the second file system in the way add (ours).</summary>
    public static readonly TimeSpan RedirectionLatency = TimeSpan.FromMicroseconds(300);

    /// <summary>What a lost frame costs: TCP's least retransmission time on Windows (300 ms).</summary>
    public static readonly TimeSpan Retransmission = TimeSpan.FromMilliseconds(300);
}
