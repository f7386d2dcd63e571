using HyperVLab.Disks.Vhd;

namespace HyperVLab.Disks.Operations;

/// <summary>Says how long the file of a disk becomes, without writing to it.</summary>
public static class DiskGrowth
{
    private const long SectorBitmapBytes = 1 << 20;

    /// <summary>The length of a disk's file once every block of a range has its place in it.</summary>
    /// <param name="disk">The disk; a VHDX without gaps between its blocks.</param>
    /// <param name="lengthBytes">The length of its file now.</param>
    /// <param name="offset">Where the range starts on the disk.</param>
    /// <param name="count">Its length, at least 1.</param>
    /// <returns>The length in bytes.</returns>
    public static long LengthWith(VirtualDisk disk, long lengthBytes, long offset, long count)
    {
        if (disk.Type == VhdType.Fixed)
        {
            return lengthBytes;
        }

        var first = offset / disk.BlockSizeBytes;
        var end = ((offset + count - 1) / disk.BlockSizeBytes) + 1;
        var missing = end - first;
        var isEmpty = true;
        foreach (var range in disk.AllocatedRanges())
        {
            isEmpty = false;
            var from = Math.Max(first, range.Offset / disk.BlockSizeBytes);
            var to = Math.Min(end, (range.End + disk.BlockSizeBytes - 1) / disk.BlockSizeBytes);
            missing -= Math.Max(0, to - from);
        }

        return LengthAfter(disk.Format, disk.BlockSizeBytes, lengthBytes, missing)
            + (isEmpty && disk is { Format: VhdFormat.VHDX, Type: VhdType.Differencing } ? SectorBitmapBytes : 0);
    }

    /// <summary>The length of a dynamic disk's file after blocks more.</summary>
    /// <param name="format">The format.</param>
    /// <param name="blockSizeBytes">The size of a block.</param>
    /// <param name="lengthBytes">The length of its file now.</param>
    /// <param name="blocks">How many blocks get a place.</param>
    /// <returns>The length in bytes.</returns>
    public static long LengthAfter(VhdFormat format, int blockSizeBytes, long lengthBytes, long blocks)
    {
        if (blocks == 0 || format == VhdFormat.VHDX)
        {
            return lengthBytes + (blocks * blockSizeBytes);
        }

        // The footer stands where the next bitmap goes; only before the first block it may stand elsewhere.
        var layout = new VhdBlockLayout(blockSizeBytes);
        var first = layout.EndAfter(layout.NextBitmap(lengthBytes - VhdFooter.LengthBytes));
        return first + ((blocks - 1) * (layout.EndAfter(first) - first)) + VhdFooter.LengthBytes;
    }
}
