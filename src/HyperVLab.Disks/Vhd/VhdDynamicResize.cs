using HyperVLab.Disks.Operations;

namespace HyperVLab.Disks.Vhd;

/// <summary>
/// Changes the size of a dynamic or differencing disk in place. The size changes in one moment, when the trailing
/// footer is written; what comes before keeps the old disk whole, what comes after the new one.
/// </summary>
internal static class VhdDynamicResize
{
    /// <summary>Makes a disk larger; what is added reads as zeros, whatever a larger parent holds there.</summary>
    public static void Grow(IDiskFile file, VirtualDisk? parent, long sizeBytes)
    {
        var structure = VhdStructure.Read(file);
        var blocks = structure.Layout.BlockCount(sizeBytes);
        if (blocks > VhdBlockTable.MaximumEntries)
        {
            throw new ArgumentOutOfRangeException(
                nameof(sizeBytes), sizeBytes, $"The disk has too small blocks to have {blocks} of them.");
        }

        if (blocks > structure.Table!.Count)
        {
            VhdTableGrowth.Run(file, structure, blocks);
            structure = VhdStructure.Read(file);
        }

        var oldSizeBytes = structure.Footer.CurrentSizeBytes;
        ClearLastBlock(file, structure, oldSizeBytes);
        HideParent(file, structure, parent, oldSizeBytes, sizeBytes);
        file.Flush();
        structure = VhdStructure.Read(file);
        VhdFooterCopies.Of(file, structure).Change(structure.Footer.WithSize(sizeBytes));
        CutTable(file, structure, blocks);
    }

    /// <summary>Makes a disk smaller; blocks beyond its end are taken out of the file.</summary>
    public static void Shrink(IDiskFile file, long sizeBytes)
    {
        var structure = VhdStructure.Read(file);
        VhdFooterCopies.Of(file, structure).Change(structure.Footer.WithSize(sizeBytes));
        CutTable(file, structure, structure.Layout.BlockCount(sizeBytes));
        structure = VhdStructure.Read(file);
        ClearLastBlock(file, structure, sizeBytes);
        file.Flush();
        ClearLastBits(file, structure);
        VhdCompaction.Run(file, structure, [], DiskWork.Unwatched);
    }

    private static void CutTable(IDiskFile file, VhdStructure structure, long entries)
    {
        var header = structure.Header!;
        if (header.MaximumTableEntries > entries)
        {
            var cut = Math.Min(header.MaximumTableEntries, VhdBlockTable.MaximumEntries) - entries;
            VhdBlockTable.WriteUnused(file, header.TableOffset + (entries * 4), cut * 4);
            file.Flush();
            VhdDynamicHeader.WriteTableFields(
                file, (long)structure.Footer.DataOffset, header.TableOffset, (uint)entries);
            file.Flush();
        }
    }

    // Others may have written behind the disk's end; there must be zeros before it becomes part of the disk.
    private static void ClearLastBlock(IDiskFile file, VhdStructure structure, long sizeBytes)
    {
        var (table, layout) = (structure.Table!, structure.Layout);
        var within = (int)(sizeBytes % layout.BlockSizeBytes);
        var last = sizeBytes / layout.BlockSizeBytes;
        if (within > 0 && table.IsAllocated(last))
        {
            file.PunchHole(
                table.BitmapOffset(last) + layout.BitmapBytes + within, layout.BlockSizeBytes - within);
        }
    }

    private static void ClearLastBits(IDiskFile file, VhdStructure structure)
    {
        var (table, layout) = (structure.Table!, structure.Layout);
        var within = (int)(structure.Footer.CurrentSizeBytes % layout.BlockSizeBytes);
        if (within > 0 && table.IsAllocated(table.Count - 1))
        {
            var bytes = new byte[layout.BitmapBytes];
            file.Read(table.BitmapOffset(table.Count - 1), bytes);
            new VhdSectorBitmap(bytes).Clear(within / VirtualDisk.SectorBytes);
            file.Write(table.BitmapOffset(table.Count - 1), bytes);
            file.Flush();
        }
    }

    private static void HideParent(
        IDiskFile file, VhdStructure structure, VirtualDisk? parent, long oldSizeBytes, long sizeBytes)
    {
        var end = Math.Min(sizeBytes, parent?.SizeBytes ?? 0);
        if (end <= oldSizeBytes)
        {
            return;
        }

        var table = VhdBlockTable.Read(file, structure.Header!, sizeBytes, structure.FooterOffset);
        var store = new VhdBlockStore(file, structure, readOnly: false, table);
        foreach (var extent in parent!.Extents(oldSizeBytes, end - oldSizeBytes).Where(extent => !extent.IsZero))
        {
            var first = extent.Offset / VirtualDisk.SectorBytes * VirtualDisk.SectorBytes;
            store.WriteZeros(first, VhdBlockLayout.RoundUp(extent.End, VirtualDisk.SectorBytes) - first);
        }

        store.Flush();
    }
}
