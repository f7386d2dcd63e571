namespace HyperVLab.Disks.Vhdx;

/// <summary>What a VHDX file can be ([MS-VHDX], and Microsoft's documentation of New-VHD: 3 MB to 64 TB).</summary>
public static class VhdxLimits
{
    /// <summary>The smallest disk that is made, in bytes.</summary>
    public const long MinimumSizeBytes = 3L * 1024 * 1024;

    /// <summary>The largest disk, in bytes, read or made.</summary>
    public const long MaximumSizeBytes = 64L * 1024 * 1024 * 1024 * 1024;

    /// <summary>The block size that Hyper-V gives a fixed or dynamic disk when none is asked for, in bytes.</summary>
    public const int DefaultBlockSizeBytes = 32 * 1024 * 1024;

    /// <summary>The block size that Hyper-V gives a differencing disk when none is asked for, in bytes.</summary>
    public const int DefaultDifferencingBlockSizeBytes = 2 * 1024 * 1024;

    /// <summary>The smallest block, in bytes, read or made.</summary>
    public const int MinimumBlockSizeBytes = 1024 * 1024;

    /// <summary>The largest block, in bytes, read or made.</summary>
    public const int MaximumBlockSizeBytes = 256 * 1024 * 1024;

    /// <summary>The physical sector that Hyper-V gives a disk when none is asked for, in bytes.</summary>
    public const int DefaultPhysicalSectorSizeBytes = 4096;

    /// <summary>What every region, block and the log is aligned to in the file, in bytes.</summary>
    internal const int AlignmentBytes = 1024 * 1024;

    /// <summary>The largest file that is read: four times the largest disk, so that books of it stay small.</summary>
    internal const long MaximumFileBytes = 4 * MaximumSizeBytes;

    /// <summary>The largest log that is read. Hyper-V writes logs of 1 MB.</summary>
    internal const long MaximumLogBytes = 256L * 1024 * 1024;

    /// <summary>The unit of the log and of changes that go through it, in bytes.</summary>
    internal const int PageBytes = 4096;

    /// <summary>Throws unless a disk of this size can be made.</summary>
    /// <param name="sizeBytes">The size in bytes.</param>
    /// <param name="logicalSectorSizeBytes">The sector that a guest sees, in bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is out of limits or not whole sectors.</exception>
    public static void CheckSize(long sizeBytes, int logicalSectorSizeBytes = VirtualDisk.SectorBytes)
    {
        if (sizeBytes is < MinimumSizeBytes or > MaximumSizeBytes || sizeBytes % logicalSectorSizeBytes != 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(sizeBytes), sizeBytes, "A VHDX has 3 MB to 64 TB, a multiple of its logical sectors.");
        }
    }

    /// <summary>Throws unless a disk of such blocks can be made.</summary>
    /// <param name="blockSizeBytes">The size of a block in bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is out of limits or not a power of two.</exception>
    public static void CheckBlockSize(int blockSizeBytes)
    {
        if (!IsBlockSize((uint)blockSizeBytes))
        {
            throw new ArgumentOutOfRangeException(
                nameof(blockSizeBytes), blockSizeBytes, "A block has 1 MB to 256 MB, a power of two.");
        }
    }

    /// <summary>Throws unless a disk of such sectors can be made.</summary>
    /// <param name="sectorSizeBytes">The size of a logical or physical sector in bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is neither 512 nor 4096.</exception>
    public static void CheckSectorSize(int sectorSizeBytes)
    {
        if (!IsSectorSize((uint)sectorSizeBytes))
        {
            throw new ArgumentOutOfRangeException(
                nameof(sectorSizeBytes), sectorSizeBytes, "A sector has 512 or 4096 bytes.");
        }
    }

    /// <summary>Whether the format knows blocks of this size.</summary>
    internal static bool IsBlockSize(uint bytes)
        => bytes is >= MinimumBlockSizeBytes and <= MaximumBlockSizeBytes && uint.IsPow2(bytes);

    /// <summary>Whether the format knows sectors of this size.</summary>
    internal static bool IsSectorSize(uint bytes) => bytes is 512 or 4096;

    /// <summary>The next multiple of <see cref="AlignmentBytes"/>.</summary>
    internal static long RoundUp(long bytes) => (bytes + AlignmentBytes - 1) / AlignmentBytes * AlignmentBytes;
}
