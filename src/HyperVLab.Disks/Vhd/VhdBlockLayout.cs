namespace HyperVLab.Disks.Vhd;

/// <summary>Where the parts of a block stand, and where the next block goes.</summary>
/// <param name="BlockSizeBytes">The size of a block's data in bytes.</param>
internal readonly record struct VhdBlockLayout(int BlockSizeBytes)
{
    /// <summary>
    /// Windows 8 and later keep every block's data at a multiple of this, for disks of 4 KiB sectors.
    /// </summary>
    public const int AlignmentBytes = 4096;

    /// <summary>How many sectors a block has.</summary>
    public int SectorsPerBlock => BlockSizeBytes / VirtualDisk.SectorBytes;

    /// <summary>The length of a block's bitmap: a bit a sector, in whole sectors.</summary>
    public int BitmapBytes => (int)RoundUp((SectorsPerBlock + 7) / 8, VirtualDisk.SectorBytes);

    /// <summary>The length of bitmap and data.</summary>
    public long WholeBytes => (long)BitmapBytes + BlockSizeBytes;

    /// <summary>How many blocks a disk has, the last perhaps not whole.</summary>
    public long BlockCount(long sizeBytes) => (sizeBytes + BlockSizeBytes - 1) / BlockSizeBytes;

    /// <summary>
    /// The first place from an offset on where a bitmap can stand so that the data after it is aligned.
    /// </summary>
    public long NextBitmap(long offset) => RoundUp(offset + BitmapBytes, AlignmentBytes) - BitmapBytes;

    /// <summary>Where the next block's bitmap, or the footer, goes after a block whose bitmap is at an
    /// offset.</summary>
    public long EndAfter(long bitmap) => NextBitmap(RoundUp(bitmap + WholeBytes, AlignmentBytes));

    /// <summary>Rounds up to a multiple.</summary>
    public static long RoundUp(long value, int multiple) => (value + multiple - 1) / multiple * multiple;
}
