namespace HyperVLab.Engine.Management;

/// <summary>The figures of conversions, with where each comes from.</summary>
internal static class ConversionSettings
{
    private const long Gigabyte = 1L << 30;

    /// <summary>The largest volume that fits a virtual hard disk (Microsoft: VHD, 2,040 GB).</summary>
    public const long LargestVolumeBytes = 2040 * Gigabyte;

    /// <summary>What Windows PE needs (Microsoft: 512 MB for an offline conversion).</summary>
    public const long PreinstallationMemoryBytes = 512L << 20;

    /// <summary>From how many operations a second a source counts as busy (ours).</summary>
    public const int BusyDiskOperations = 500;
}
