namespace HyperVLab.Engine.Compute;

/// <summary>The figures of workloads, all of them ours.</summary>
internal static class WorkloadSettings
{
    private const long Mebibyte = 1L << 20;

    /// <summary>How many accounts a ledger has.</summary>
    public const int Accounts = 16;

    /// <summary>How many transfers a round of a ledger has, after which its log begins anew.</summary>
    public const int Slots = 128;

    /// <summary>The transfers that a ledger is asked for in a second.</summary>
    public const int LedgerRate = 100;

    /// <summary>The requests that a web server is asked for in a second.</summary>
    public const int WebRate = 200;

    /// <summary>After how many requests a web server's log is flushed.</summary>
    public const int WebFlushEvery = 1000;

    /// <summary>One request in so many reads from the disk; the others are answered from memory.</summary>
    public const int WebRequestsPerRead = 20;

    /// <summary>What such a request reads.</summary>
    public const int WebReadBytes = 64 * 1024;

    /// <summary>What each request writes to memory: connections, buffers, caches.</summary>
    public const long WebDirtyBytesPerRequest = 96 * 1024;

    /// <summary>What a web server's cache is renewed by in a second, page after page.</summary>
    public const long WebSweepBytesPerSecond = Mebibyte;

    /// <summary>The megabytes that a fill is asked for in a second.</summary>
    public const int FillRate = 50;

    /// <summary>After how many megabytes a fill is flushed: about each second at its usual rate.</summary>
    public const int FillFlushEvery = 64;

    /// <summary>
    /// By how many megabytes the file of a fill grows at a time, ahead of its data, as a database's does.
    /// </summary>
    public const int FillExtent = 64;

    /// <summary>What each megabyte of a fill writes to memory: it goes through the guest's cache.</summary>
    public const long FillDirtyBytesPerMegabyte = Mebibyte;

    /// <summary>The part of the cache that a fill goes through over and over.</summary>
    public const long FillHotSetBytes = 256 * Mebibyte;

    /// <summary>The most operations in a second that a workload can be asked for.</summary>
    public const int MostRate = 1_000_000;

    /// <summary>The most operations between two flushes.</summary>
    public const int MostFlushEvery = 1_000_000;

    /// <summary>What a guest that does next to nothing writes to memory in a second.</summary>
    public const long IdleDirtyBytesPerSecond = Mebibyte / 2;

    /// <summary>The working set of such a guest.</summary>
    public const long IdleHotSetBytes = 16 * Mebibyte;

    /// <summary>What each transfer writes to memory: its record, the accounts' pages and the log's buffer.</summary>
    public const long LedgerDirtyBytesPerTransfer = 32 * 1024;

    /// <summary>The working set of a ledger.</summary>
    public const long LedgerHotSetBytes = 64 * Mebibyte;

    /// <summary>
    /// How often a host that keeps writes back, because a guard was taken away, writes them to the disk.
    /// </summary>
    public static readonly TimeSpan HostCacheInterval = TimeSpan.FromSeconds(5);
}
