namespace HyperVLab.Disks.Vhd;

/// <summary>What a VHD can be (Microsoft's documentation of New-VHD: 3 MB to 2040 GB).</summary>
public static class VhdLimits
{
    /// <summary>The smallest disk that is made, in bytes.</summary>
    public const long MinimumSizeBytes = 3L * 1024 * 1024;

    /// <summary>The largest disk, in bytes, read or made.</summary>
    public const long MaximumSizeBytes = 2040L * 1024 * 1024 * 1024;

    /// <summary>The block size that Hyper-V gives a disk when none is asked for, in bytes.</summary>
    public const int DefaultBlockSizeBytes = 2 * 1024 * 1024;

    /// <summary>The smallest block that is made, in bytes.</summary>
    public const int MinimumBlockSizeBytes = 512 * 1024;

    /// <summary>The largest block, in bytes, read or made.</summary>
    public const int MaximumBlockSizeBytes = 256 * 1024 * 1024;

    /// <summary>Throws unless a disk of this size can be made.</summary>
    /// <param name="sizeBytes">The size in bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is out of limits or not whole sectors.</exception>
    public static void CheckSize(long sizeBytes)
    {
        if (sizeBytes is < MinimumSizeBytes or > MaximumSizeBytes || sizeBytes % VirtualDisk.SectorBytes != 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(sizeBytes), sizeBytes, "A VHD has 3 MB to 2040 GB, a multiple of 512 bytes.");
        }
    }

    /// <summary>Throws unless a disk of such blocks can be made.</summary>
    /// <param name="blockSizeBytes">The size of a block in bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is out of limits or not a power of two.</exception>
    public static void CheckBlockSize(int blockSizeBytes)
    {
        if (blockSizeBytes is < MinimumBlockSizeBytes or > MaximumBlockSizeBytes || !int.IsPow2(blockSizeBytes))
        {
            throw new ArgumentOutOfRangeException(
                nameof(blockSizeBytes), blockSizeBytes, "A block has 512 KB to 256 MB, a power of two.");
        }
    }
}
