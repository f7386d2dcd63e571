namespace HyperVLab.Disks.Vhdx;

/// <summary>
/// How the rows of the block allocation table belong to blocks. After the rows of each chunk, blocks of 2^23 sectors,
/// one row stands for the chunk's sector bitmap; a disk without a parent leaves it empty ([MS-VHDX] 2.5).
/// </summary>
internal sealed record VhdxLayout
{
    /// <summary>How many bytes a sector bitmap takes in the file.</summary>
    public const int BitmapBytes = 1024 * 1024;

    private const long SectorsPerChunk = BitmapBytes * 8L;

    /// <summary>The size of the disk in bytes.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>The size of a block in bytes.</summary>
    public required int BlockSizeBytes { get; init; }

    /// <summary>The sector that a guest sees, in bytes.</summary>
    public required int SectorBytes { get; init; }

    /// <summary>Whether the disk has a parent, and so bitmaps.</summary>
    public required bool HasParent { get; init; }

    /// <summary>How many blocks share a sector bitmap.</summary>
    public int BlocksPerChunk => (int)(SectorsPerChunk * SectorBytes / BlockSizeBytes);

    /// <summary>How many blocks the disk has, the last of them perhaps not whole.</summary>
    public long BlockCount => (SizeBytes + BlockSizeBytes - 1) / BlockSizeBytes;

    /// <summary>How many bitmaps the disk can have.</summary>
    public long ChunkCount => (BlockCount + BlocksPerChunk - 1) / BlocksPerChunk;

    /// <summary>How many rows the table must have.</summary>
    public long EntryCount
        => HasParent ? ChunkCount * (BlocksPerChunk + 1) : BlockCount + ((BlockCount - 1) / BlocksPerChunk);

    /// <summary>Where in the region of the table a block's row stands.</summary>
    public long EntryOffset(long block) => (block + (block / BlocksPerChunk)) * VhdxEntry.LengthBytes;

    /// <summary>Where in the region of the table a chunk's row stands.</summary>
    public long BitmapEntryOffset(long chunk)
        => ((chunk * (BlocksPerChunk + 1L)) + BlocksPerChunk) * VhdxEntry.LengthBytes;

    /// <summary>Whether a row stands for a bitmap, and for which block or chunk.</summary>
    public (bool IsBitmap, long Number) OwnerOf(long entry)
    {
        var (chunk, within) = Math.DivRem(entry, BlocksPerChunk + 1L);
        return within == BlocksPerChunk ? (true, chunk) : (false, (chunk * BlocksPerChunk) + within);
    }

    /// <summary>How many bytes of a block are on the disk; fewer than a block for the last one.</summary>
    public int UsedBytes(long block) => (int)Math.Min(BlockSizeBytes, SizeBytes - (block * BlockSizeBytes));

    /// <summary>The first bit of a block in its chunk's bitmap.</summary>
    public long FirstBit(long block) => block % BlocksPerChunk * (BlockSizeBytes / SectorBytes);

    /// <summary>The length of a region that holds the table of such a disk, in bytes.</summary>
    public long TableBytes => VhdxLimits.RoundUp(Math.Max(1, EntryCount * VhdxEntry.LengthBytes));
}
