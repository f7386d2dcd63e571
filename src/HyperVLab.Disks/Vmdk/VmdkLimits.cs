namespace HyperVLab.Disks.Vmdk;

/// <summary>What a VMDK may be. Figures without a source are ours: far beyond what any product writes.</summary>
internal static class VmdkLimits
{
    /// <summary>The largest disk that is read, in bytes: that of a VHDX; VMware stops at 62 TB.</summary>
    public const long MaximumSizeBytes = Vhdx.VhdxLimits.MaximumSizeBytes;

    /// <summary>
    /// The largest disk that is made, in bytes: 2 TB less a sector, the most of ESX 4.1 (Configuration Maximums).
    /// </summary>
    public const long MaximumWrittenBytes = (2L << 40) - VirtualDisk.SectorBytes;

    /// <summary>The longest descriptor that is read, in bytes.</summary>
    public const int MaximumDescriptorBytes = 1024 * 1024;

    /// <summary>The most extents that a disk may have; 62 TB in files of 2 GB are 31,000.</summary>
    public const int MaximumExtents = 32 * 1024;

    /// <summary>The smallest grain in sectors (Virtual Disk Format 5.0, "grainSize").</summary>
    public const int MinimumGrainSectors = 8;

    /// <summary>The largest grain in sectors: 2 MiB. VMware writes 128 sectors.</summary>
    public const int MaximumGrainSectors = 4096;

    /// <summary>How many entries a grain table has (Virtual Disk Format 5.0, "numGTEsPerGT").</summary>
    public const int TableEntries = 512;
}
