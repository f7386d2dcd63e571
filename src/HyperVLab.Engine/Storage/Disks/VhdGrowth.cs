using HyperVLab.Disks;
using HyperVLab.Disks.Vhd;

namespace HyperVLab.Engine.Storage;

/// <summary>
/// The most by which changes lengthen the files of virtual hard disks, so that room is asked for before.
/// </summary>
internal static class VhdGrowth
{
    private const long Megabyte = 1 << 20;

    // A VHDX keeps everything at whole megabytes, and now and then needs one for a sector bitmap or a longer log.
    private const long VhdxSlackBytes = 4 * Megabyte;

    /// <summary>What so many new blocks take.</summary>
    /// <param name="disk">The disk.</param>
    /// <param name="count">How many blocks get a place in the file.</param>
    public static long OfBlocks(VhdShape disk, long count)
    {
        if (count == 0 || disk.Type == VhdType.Fixed)
        {
            return 0;
        }

        if (disk.Format == VhdFormat.VHDX)
        {
            // A sector bitmap of a megabyte tells of 2^23 sectors.
            long told = (1L << 23) * disk.LogicalSectorSizeBytes;
            long bitmaps = disk.Type == VhdType.Differencing ? Math.Min(count, (disk.SizeBytes / told) + 1) : 0;
            return (count * disk.BlockSizeBytes) + (bitmaps * Megabyte) + VhdxSlackBytes;
        }

        // Every block has its bitmap and up to 4 KiB before it.
        int bitmap = Math.Max(disk.BlockSizeBytes / VirtualDisk.SectorBytes / 8, VirtualDisk.SectorBytes);
        return (count * (disk.BlockSizeBytes + bitmap + StorageSettings.BlockAlignmentBytes))
            + StorageSettings.BlockAlignmentBytes;
    }

    /// <summary>What a larger disk takes beside the blocks that are written later.</summary>
    /// <param name="disk">The disk as it is.</param>
    /// <param name="sizeBytes">Its new size.</param>
    public static long OfTable(VhdShape disk, long sizeBytes)
    {
        if (sizeBytes <= disk.SizeBytes)
        {
            return 0;
        }

        if (disk.Type == VhdType.Fixed)
        {
            return sizeBytes - disk.SizeBytes + (disk.Format == VhdFormat.VHDX
                ? VhdxSlackBytes + VhdFormatRules.Of(VhdFormat.VHDX).DefaultBlockSizeBytes
                : VhdFooter.LengthBytes);
        }

        // The longer table stands at the end of the file, or pushes blocks there that stood behind it.
        long entries = (sizeBytes / disk.BlockSizeBytes) + 1;
        long table = entries * (disk.Format == VhdFormat.VHDX ? 8 : 4);
        return table + Megabyte + OfBlocks(disk, (table / disk.BlockSizeBytes) + 1);
    }
}
