namespace HyperVLab.Engine.Management;

/// <summary>The figures of transfers, with where each comes from.</summary>
internal static class TransferSettings
{
    /// <summary>
    /// The port at which the sender's agent serves files (Virtual Machine Manager's ports: HTTPS for BITS, 443).
    /// </summary>
    public const int Port = 443;

    /// <summary>
    /// How many background transfers a computer takes part in at once: BITS works on one background job of its queue
    /// at a time. Its turns between jobs of one priority are left out: the first goes on until it ends (ours).
    /// </summary>
    public const int MostAtOnce = 1;

    /// <summary>
    /// How long after an error a transfer is tried again (IBackgroundCopyJob::SetMinimumRetryDelay: 600 s). One whose
    /// computer had lost the network itself goes on as soon as it has it again, as BITS does not count that as a retry.
    /// </summary>
    public static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(600);

    /// <summary>
    /// How long a transfer is tried without any progress (IBackgroundCopyJob::SetNoProgressTimeout: 14 days).
    /// </summary>
    public static readonly TimeSpan RetryTimeout = TimeSpan.FromSeconds(1_209_600);

    /// <summary>How often what arrived may differ from what was sent before that is an error (ours).</summary>
    public const int MostRestarts = 3;

    /// <summary>How fast a file is copied within one computer, in bytes a second (ours: one mirror of disks).</summary>
    public const long LocalBytesPerSecond = 100_000_000;

    /// <summary>The bytes of a block of content as the checksum sees it; one of zeros does not count.</summary>
    public const int ChecksumBlock = 64 * 1024;
}
