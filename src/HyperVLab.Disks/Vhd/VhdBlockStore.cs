namespace HyperVLab.Disks.Vhd;

/// <summary>
/// The blocks of one file, with an order of writing that a crash at any moment cannot turn against the disk. Data goes into
/// the file at once; <see cref="Flush"/> makes it durable first, then the bitmaps that say it is valid, and last the
/// table entries of new blocks. So no entry leads to a block that is not there, and no bit to a sector that is not.
/// </summary>
internal sealed class VhdBlockStore
{
    private const int CachedBitmapBytes = 4 * 1024 * 1024;

    private readonly IDiskFile _file;
    private readonly VhdBlockLayout _layout;
    private readonly bool _readOnly;
    private readonly bool _isDifferencing;
    private readonly byte[] _footer;
    private readonly Dictionary<long, VhdSectorBitmap> _bitmaps = [];
    private readonly SortedSet<long> _dirtyBitmaps = [];
    private readonly SortedSet<long> _newBlocks = [];
    private bool _copiesAreGood;
    private bool _isDirty;
    private long _footerOffset;

    /// <summary>Makes the store of a checked file.</summary>
    public VhdBlockStore(IDiskFile file, VhdStructure structure, bool readOnly)
    {
        _file = file;
        _layout = structure.Layout;
        _readOnly = readOnly;
        _isDifferencing = structure.Footer.Type == VhdType.Differencing;
        _footer = structure.Footer.ToBytes();
        _footerOffset = structure.FooterOffset;
        _copiesAreGood = structure.CopiesAreGood;
        _isDirty = !readOnly;
        Table = structure.Table!;
    }

    /// <summary>Where the blocks are.</summary>
    public VhdBlockTable Table { get; }

    /// <summary>Where the data of a block stands in the file.</summary>
    public long DataOffset(long block) => Table.BitmapOffset(block) + _layout.BitmapBytes;

    /// <summary>The bitmap of a block that has a place.</summary>
    public VhdSectorBitmap BitmapOf(long block)
    {
        if (!_bitmaps.TryGetValue(block, out var bitmap))
        {
            MakeRoom();
            var bytes = new byte[_layout.BitmapBytes];
            _file.Read(Table.BitmapOffset(block), bytes);
            bitmap = new VhdSectorBitmap(bytes);
            _bitmaps.Add(block, bitmap);
        }

        return bitmap;
    }

    /// <summary>Writes whole sectors into one block, which gets its place if it has none.</summary>
    public void Write(long block, int within, ReadOnlySpan<byte> data)
    {
        _isDirty = true;
        RepairCopies();
        if (!Table.IsAllocated(block))
        {
            Allocate(block);
        }

        // Dynamic: a set bit over zeros is harmless, and strict readers refuse data under a clear one.
        // Differencing: a bit set too early would hide the parent's sector.
        if (!_isDifferencing)
        {
            Mark(block, within, data.Length);
        }

        _file.Write(DataOffset(block) + within, data);
        if (_isDifferencing)
        {
            Mark(block, within, data.Length);
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
            foreach (var block in _dirtyBitmaps)
            {
                _file.Write(Table.BitmapOffset(block), _bitmaps[block].Bytes);
            }

            _dirtyBitmaps.Clear();
        }

        if (_newBlocks.Count > 0)
        {
            _file.Flush();
            WriteNewEntries();
            _newBlocks.Clear();
        }

        _file.Flush();
        _isDirty = false;
    }

    private void Mark(long block, int within, int count)
    {
        var bitmap = BitmapOf(block);
        if (!bitmap.Set(within / VirtualDisk.SectorBytes, count / VirtualDisk.SectorBytes))
        {
            return;
        }

        if (_isDifferencing || _newBlocks.Contains(block))
        {
            _dirtyBitmaps.Add(block);
        }
        else
        {
            _file.Write(Table.BitmapOffset(block), bitmap.Bytes);
        }
    }

    // The footer moves to the new end before its old place is used; until then both are in the file.
    private void Allocate(long block)
    {
        MakeRoom();
        var place = _layout.NextBitmap(_footerOffset);
        var end = _layout.NextBitmap(VhdBlockLayout.RoundUp(place + _layout.WholeBytes, VhdBlockLayout.AlignmentBytes));
        if (place / VirtualDisk.SectorBytes >= VhdBlockTable.Unused)
        {
            throw new IOException("A VHD file cannot grow beyond 2 TB.");
        }

        _file.SetLength(end + VhdFooter.LengthBytes);
        _file.Write(end, _footer);
        _footerOffset = end;
        _bitmaps[block] = new VhdSectorBitmap(new byte[_layout.BitmapBytes]);
        Table.Set(block, place);
        _newBlocks.Add(block);
        _dirtyBitmaps.Add(block);
    }

    private void RepairCopies()
    {
        if (!_copiesAreGood)
        {
            _file.Write(_footerOffset, _footer);
            _file.SetLength(_footerOffset + VhdFooter.LengthBytes);
            _file.Write(0, _footer);
            _copiesAreGood = true;
        }
    }

    private void WriteNewEntries()
    {
        var first = -1L;
        var count = 0;
        foreach (var block in _newBlocks)
        {
            if (count > 0 && block == first + count)
            {
                count++;
                continue;
            }

            if (count > 0)
            {
                Table.Write(_file, first, count);
            }

            (first, count) = (block, 1);
        }

        Table.Write(_file, first, count);
    }

    // A bitmap that waits for Flush must stay; so a full cache is flushed as a whole and dropped.
    private void MakeRoom()
    {
        if (_bitmaps.Count >= Math.Max(16, CachedBitmapBytes / _layout.BitmapBytes))
        {
            Flush();
            _bitmaps.Clear();
        }
    }
}
