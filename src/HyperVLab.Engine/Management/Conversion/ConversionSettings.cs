namespace HyperVLab.Engine.Management;

/// <summary>The figures of conversions, with where each comes from.</summary>
internal static class ConversionSettings
{
    private const long Gigabyte = 1L << 30;

    /// <summary>The largest volume that fits a virtual hard disk (Microsoft: VHD, 2,040 GB).</summary>
    public const long LargestVolumeBytes = 2040 * Gigabyte;

    /// <summary>What Windows PE needs (Microsoft: 512 MB for an offline conversion).</summary>
    public const long PreinstallationMemoryBytes = 512L << 20;

    /// <summary>
    /// How long the snapshot of a server's volumes takes (ours: writers are frozen for 10 s at most).
    /// </summary>
    public static readonly TimeSpan Snapshot = TimeSpan.FromSeconds(10);

    /// <summary>How long the registry of a copy takes to be set for a virtual machine (ours).</summary>
    public static readonly TimeSpan Virtualizing = TimeSpan.FromSeconds(60);

    /// <summary>How long integration services take to be put into a copy (ours: two boots and the setup).</summary>
    public static readonly TimeSpan Components = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How many bytes of a disk are converted in a second (ours: a disk of the time, read and written).
    /// </summary>
    public const long ConvertedBytesPerSecond = 50_000_000;

    /// <summary>From how many operations a second a source counts as busy (ours).</summary>
    public const int BusyDiskOperations = 500;
}
