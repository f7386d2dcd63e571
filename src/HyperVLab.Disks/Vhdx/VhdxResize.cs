namespace HyperVLab.Disks.Vhdx;

/// <summary>
/// Changes the size of a disk. All that the new size needs is made ready where the old size does not look; then one
/// entry of the log changes the size, and where the block allocation table stands if it had to move.
/// </summary>
internal sealed class VhdxResize(VhdxStructure structure, VhdxBlocks blocks, VhdxStore store)
{
    private const int BufferBytes = 64 * 1024;

    private readonly IDiskFile _file = structure.File;
    private readonly VhdxLayout _old = structure.Layout;

    /// <summary>Changes the size.</summary>
    /// <param name="sizeBytes">The new size.</param>
    /// <param name="parentBytes">The parent's size; its bytes are not to show up where the disk grows.</param>
    public void Run(long sizeBytes, long parentBytes)
    {
        var layout = _old with { SizeBytes = sizeBytes };
        store.BeginDataChange(sizeBytes, []);
        store.Flush();
        if (sizeBytes > _old.SizeBytes)
        {
            CleanEnd();
            HideParent(Math.Min(parentBytes, sizeBytes));
        }

        var table = structure.Regions.BlockTable;
        var place = table.Offset;
        if (table.LengthBytes < layout.EntryCount * VhdxEntry.LengthBytes)
        {
            place = store.Allocate(layout.TableBytes);
            CopyTable(table.Offset, place);
        }

        var rows = new VhdxBlockTable(blocks.Pages, place, layout);
        MakeRows(rows, layout, parentBytes);
        store.Flush();
        if (place != table.Offset)
        {
            var moved = table with { Offset = place, LengthBytes = (uint)layout.TableBytes };
            WriteRegions([.. structure.Regions.Regions.Select(region => region == table ? moved : region)]);
        }

        blocks.Pages.Write(
            structure.Metadata.PlaceOf(VhdxIdentifiers.VirtualDiskSize), BitConverter.GetBytes(sizeBytes));
        store.Touch();
        store.Flush();
        structure.Renew(sizeBytes);
        blocks.Renew(structure);
        store.Cut();
    }

    // What stands in the last block after the disk's end shows when the disk grows.
    private void CleanEnd()
    {
        var last = _old.BlockCount - 1;
        var entry = blocks.Table[last];
        var used = _old.UsedBytes(last);
        if (entry.IsAllocated && used < _old.BlockSizeBytes)
        {
            var end = Math.Min(_file.Length, entry.Offset + _old.BlockSizeBytes);
            _file.PunchHole(entry.Offset + used, Math.Max(0, end - entry.Offset - used));
            _file.SetLength(Math.Max(_file.Length, entry.Offset + _old.BlockSizeBytes));
            store.Touch();
        }
    }

    // In the last block of a child; whole blocks get rows that say that they are zeros.
    private void HideParent(long parentBytes)
    {
        var last = _old.BlockCount - 1;
        var entry = blocks.Table[last];
        if (entry.IsZeros || entry.State == VhdxBlockState.FullyPresent)
        {
            return;
        }

        var within = _old.UsedBytes(last);
        var end = (int)Math.Min(_old.BlockSizeBytes, parentBytes - (last * _old.BlockSizeBytes));
        end = (end + _old.SectorBytes - 1) / _old.SectorBytes * _old.SectorBytes;
        var zeros = new byte[Math.Clamp(end - within, 0, BufferBytes)];
        for (; within < end; within += zeros.Length)
        {
            store.WriteBeyondEnd(last, within, zeros.AsSpan(0, Math.Min(zeros.Length, end - within)));
        }
    }

    private void CopyTable(long from, long to)
    {
        var buffer = new byte[BufferBytes];
        var end = from + (_old.EntryCount * VhdxEntry.LengthBytes);
        for (var at = from; at < end && _file.NextData(at) is { } data && data.Offset < end;)
        {
            at = Math.Max(at, data.Offset / VhdxLimits.PageBytes * VhdxLimits.PageBytes);
            var count = (int)Math.Min(buffer.Length, end - at);
            _file.Read(at, buffer.AsSpan(0, count));
            _file.Write(to + at - from, buffer.AsSpan(0, count));
            at += count;
        }
    }

    // The rows of blocks that the old disk did not have: nobody looks at them yet. A disk without a parent has 0 for
    // its bytes.
    private void MakeRows(VhdxBlockTable rows, VhdxLayout layout, long parentBytes)
    {
        var hidden = (parentBytes + layout.BlockSizeBytes - 1) / layout.BlockSizeBytes;
        for (var block = _old.BlockCount; block < layout.BlockCount; block++)
        {
            store.MakeRoom();
            var entry = structure.Metadata.IsFixed
                ? new VhdxEntry(VhdxBlockState.FullyPresent, store.Allocate(layout.BlockSizeBytes))
                : new VhdxEntry(block < hidden ? VhdxBlockState.Zero : VhdxBlockState.NotPresent, 0);
            block = entry.Value == 0 ? rows.SkipEmpty(block, layout.BlockCount) : block;
            if (block < layout.BlockCount && rows[block] != entry)
            {
                rows[block] = entry;
                store.Touch();
            }
        }

        for (var chunk = layout.HasParent ? _old.ChunkCount : layout.ChunkCount; chunk < layout.ChunkCount; chunk++)
        {
            store.MakeRoom();
            if (rows.Bitmap(chunk).Value != 0)
            {
                rows.SetBitmap(chunk, default);
                store.Touch();
            }
        }
    }

    private void WriteRegions(List<VhdxRegion> regions)
    {
        var bytes = VhdxRegionTable.ToBytes(regions);
        foreach (var offset in VhdxRegionTable.Offsets)
        {
            blocks.Pages.Write(offset, bytes);
        }
    }
}
