namespace HyperVLab.Disks.Vhd;

/// <summary>
/// The blocks of one file, with an order of writing that a crash at any moment cannot turn against the disk. Data goes
/// into the file at once; <see cref="Flush"/> makes it durable first, then the bitmaps that say it is valid, and last
/// the table entries of new blocks. So no entry leads to a block that is not there, and no bit to a sector that is not.
/// </summary>
internal sealed class VhdBlockStore
{
    private readonly IDiskFile _file;
    private readonly VhdBlockLayout _layout;
    private readonly bool _readOnly;
    private readonly bool _isDifferencing;
    private readonly VhdFooterCopies _footers;
    private readonly byte[] _look = new byte[16 * 1024];
    private readonly VhdBitmapCache _bitmaps;
    private readonly Dictionary<long, VhdSectorBitmap> _dirtyBitmaps = [];
    private readonly SortedSet<long> _newBlocks = [];
    private bool _isDirty;

    /// <summary>Makes the store of a checked file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="structure">Its structures.</param>
    /// <param name="readOnly">Whether nothing is written.</param>
    /// <param name="table">Another table than the structure's; null for that.</param>
    public VhdBlockStore(IDiskFile file, VhdStructure structure, bool readOnly, VhdBlockTable? table = null)
    {
        _file = file;
        _layout = structure.Layout;
        _readOnly = readOnly;
        _isDifferencing = structure.Footer.Type == VhdType.Differencing;
        _footers = VhdFooterCopies.Of(file, structure);
        _isDirty = !readOnly;
        Table = table ?? structure.Table!;
        var size = table is null ? structure.Footer.CurrentSizeBytes : (long)table.Count * _layout.BlockSizeBytes;
        _bitmaps = new VhdBitmapCache(file, Table, _layout, size);
    }

    /// <summary>Where the blocks are.</summary>
    public VhdBlockTable Table { get; }

    /// <summary>Where the data of a block stands in the file.</summary>
    public long DataOffset(long block) => Table.BitmapOffset(block) + _layout.BitmapBytes;

    /// <summary>Measures the run of sectors from one on that are all in this file, or all not.</summary>
    /// <param name="block">A block that has a place.</param>
    /// <param name="first">The sector to start at.</param>
    /// <param name="limit">The first sector not to look at.</param>
    /// <param name="valid">Whether they are in this file.</param>
    /// <returns>The sectors in the run, at least one.</returns>
    public int Run(long block, int first, int limit, out bool valid)
    {
        if (!_bitmaps.IsWhole(block))
        {
            return BitmapOf(block).Run(first, limit, out valid);
        }

        valid = true;
        return limit - first;
    }

    /// <summary>Writes whole sectors into one block, which gets its place if it has none.</summary>
    public void Write(long block, int within, ReadOnlySpan<byte> data)
    {
        Prepare(block);
        if (_bitmaps.IsWhole(block))
        {
            _file.Write(DataOffset(block) + within, data);
            return;
        }

        var bitmap = BitmapOf(block);
        var first = within / VirtualDisk.SectorBytes;
        var count = data.Length / VirtualDisk.SectorBytes;
        if (MayMarkFirst(block, bitmap, first, count))
        {
            if (bitmap.Set(first, count))
            {
                _file.Write(Table.BitmapOffset(block), bitmap.Bytes);
                _bitmaps.Note(bitmap);
            }

            _file.Write(DataOffset(block) + within, data);
            return;
        }

        _file.Write(DataOffset(block) + within, data);
        Mark(bitmap, first, count);
    }

    /// <summary>Makes bytes of the file read as zeros that a block holds, its bits set.</summary>
    public void Clear(long fileOffset, long count)
    {
        _isDirty = true;
        _file.PunchHole(fileOffset, count);
    }

    /// <summary>
    /// Makes whole sectors read as zeros whatever the parent holds, in blocks that get their place if they have none.
    /// </summary>
    public void WriteZeros(long offset, long count)
    {
        for (var end = offset + count; offset < end;)
        {
            var block = offset / _layout.BlockSizeBytes;
            var within = (int)(offset % _layout.BlockSizeBytes);
            var part = (int)Math.Min(end - offset, _layout.BlockSizeBytes - within);
            WriteZeros(block, within, part);
            offset += part;
        }
    }

    /// <summary>Makes everything written so far durable.</summary>
    public void Flush()
    {
        if (_readOnly || !_isDirty)
        {
            return;
        }

        if (_dirtyBitmaps.Count > 0)
        {
            _file.Flush();
            foreach (var (block, bitmap) in _dirtyBitmaps.OrderBy(entry => Table.BitmapOffset(entry.Key)))
            {
                _file.Write(Table.BitmapOffset(block), bitmap.Bytes);
            }

            _dirtyBitmaps.Clear();
        }

        if (_newBlocks.Count > 0)
        {
            _file.Flush();
            Table.WriteEntries(_file, _newBlocks);
            _newBlocks.Clear();
        }

        _file.Flush();
        _isDirty = false;
    }

    private void WriteZeros(long block, int within, int count)
    {
        Prepare(block);
        var bitmap = BitmapOf(block);
        _file.PunchHole(DataOffset(block) + within, count);
        Mark(bitmap, within / VirtualDisk.SectorBytes, count / VirtualDisk.SectorBytes);
    }

    private VhdSectorBitmap BitmapOf(long block)
        => _dirtyBitmaps.TryGetValue(block, out var bitmap) ? bitmap : _bitmaps.Get(block);

    // A bitmap that waits for Flush must stay; so too many of them are flushed as a whole.
    private void Prepare(long block)
    {
        if (_dirtyBitmaps.Count >= _bitmaps.Capacity)
        {
            Flush();
        }

        _isDirty = true;
        _footers.Mend();
        if (!Table.IsAllocated(block))
        {
            Allocate(block);
        }
    }

    private void Mark(VhdSectorBitmap bitmap, int first, int count)
    {
        if (bitmap.Set(first, count))
        {
            _dirtyBitmaps[bitmap.Block] = bitmap;
            _bitmaps.Note(bitmap);
        }
    }

    // Over zeros of a dynamic disk a bit can be set before the data: then the disk is good at every moment for readers
    // that refuse data under a clear bit. It waits for Flush where it would hide a parent's sector too early, or bring
    // back data of a write that a crash left without its bit.
    private bool MayMarkFirst(long block, VhdSectorBitmap bitmap, int first, int count)
    {
        if (_isDifferencing || _dirtyBitmaps.ContainsKey(block))
        {
            return false;
        }

        for (var end = first + count; first < end;)
        {
            var run = bitmap.Run(first, end, out var valid);
            if (!valid && !IsZero(DataOffset(block) + ((long)first * VirtualDisk.SectorBytes), run))
            {
                return false;
            }

            first += run;
        }

        return true;
    }

    private bool IsZero(long offset, int sectors)
    {
        for (var left = sectors * VirtualDisk.SectorBytes; left > 0; left -= _look.Length, offset += _look.Length)
        {
            var part = _look.AsSpan(0, Math.Min(left, _look.Length));
            _file.Read(offset, part);
            if (part.ContainsAnyExcept((byte)0))
            {
                return false;
            }
        }

        return true;
    }

    // The footer moves to the new end before its old place is used; until then both are in the file.
    private void Allocate(long block)
    {
        var place = _layout.NextBitmap(_footers.Offset);
        var end = _layout.EndAfter(place);
        if (place / VirtualDisk.SectorBytes >= VhdBlockTable.Unused)
        {
            throw new IOException("A VHD file cannot grow beyond 2 TB.");
        }

        _footers.MoveUnflushed(end);
        Table.Set(block, place);
        _newBlocks.Add(block);
        _dirtyBitmaps.Add(block, _bitmaps.Add(block));
    }
}
