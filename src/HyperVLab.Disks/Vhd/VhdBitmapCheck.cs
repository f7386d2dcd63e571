using HyperVLab.Disks.Operations;

namespace HyperVLab.Disks.Vhd;

/// <summary>
/// Checks the bitmaps of all blocks: bits beyond the disk's end, and on a dynamic disk data under a clear bit, which
/// readers see differently: 7-Zip refuses it, qemu shows it, and this library gives the zeros that the specification
/// asks for.
/// </summary>
internal static class VhdBitmapCheck
{
    private const int LookBytes = 64 * 1024;

    /// <summary>Checks the blocks of a file whose table is good.</summary>
    public static void Run(IDiskFile file, VhdStructure structure, DiskWork work, DiskDefectList defects)
    {
        var (table, layout) = (structure.Table!, structure.Layout);
        var isDynamic = structure.Footer.Type == VhdType.Dynamic;
        var bytes = new byte[layout.BitmapBytes];
        var look = new byte[LookBytes];
        work.Expect(table.AllocatedCount * layout.WholeBytes);
        for (var block = 0L; block < table.Count && !defects.IsFull; block++)
        {
            if (!table.IsAllocated(block))
            {
                continue;
            }

            var place = table.BitmapOffset(block);
            file.Read(place, bytes);
            var bitmap = new VhdSectorBitmap(bytes);
            var sectors = SectorsOf(structure, block);
            CheckEnd(bitmap, block, place, sectors, layout.SectorsPerBlock, defects);
            if (isDynamic && FirstStray(file, bitmap, place + layout.BitmapBytes, sectors, look) is { } sector)
            {
                defects.Warn(
                    "VHD sector bitmap",
                    place,
                    $"sector {sector} of block {block} is marked as never written, but holds data");
            }

            work.Advance(layout.WholeBytes);
        }
    }

    private static int SectorsOf(VhdStructure structure, long block)
    {
        var left = structure.Footer.CurrentSizeBytes - (block * structure.Layout.BlockSizeBytes);
        return (int)Math.Min(structure.Layout.BlockSizeBytes, left) / VirtualDisk.SectorBytes;
    }

    private static void CheckEnd(
        VhdSectorBitmap bitmap, long block, long place, int sectors, int all, DiskDefectList defects)
    {
        if (sectors < all && (bitmap.Run(sectors, all, out var valid) < all - sectors || valid))
        {
            defects.Warn(
                "VHD sector bitmap", place, $"block {block} has bits from sector {sectors} on, where the disk ends");
        }
    }

    private static int? FirstStray(IDiskFile file, VhdSectorBitmap bitmap, long data, int sectors, byte[] look)
    {
        for (var first = 0; first < sectors;)
        {
            var run = bitmap.Run(first, sectors, out var valid);
            if (!valid)
            {
                var start = data + ((long)first * VirtualDisk.SectorBytes);
                var found = FirstData(file, start, start + ((long)run * VirtualDisk.SectorBytes), look);
                if (found is { } place)
                {
                    return (int)((place - data) / VirtualDisk.SectorBytes);
                }
            }

            first += run;
        }

        return null;
    }

    private static long? FirstData(IDiskFile file, long offset, long end, byte[] look)
    {
        while (offset < end && file.NextData(offset) is { } range && range.Offset < end)
        {
            offset = range.Offset;
            var part = look.AsSpan(0, (int)Math.Min(look.Length, Math.Min(end, range.End) - offset));
            file.Read(offset, part);
            var stray = part.IndexOfAnyExcept((byte)0);
            if (stray >= 0)
            {
                return offset + stray;
            }

            offset += part.Length;
        }

        return null;
    }
}
