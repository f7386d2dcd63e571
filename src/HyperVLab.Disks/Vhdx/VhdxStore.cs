namespace HyperVLab.Disks.Vhdx;

/// <summary>
/// Writes the blocks of one file, in an order that a crash at any moment cannot turn against the disk. Data goes into
/// the file at once; tables and bitmaps change in memory. <see cref="Flush"/> makes the data durable, then logs the
/// changed pages of tables and bitmaps as one entry, and then puts them in their places.
/// </summary>
internal sealed class VhdxStore
{
    private const int WaitingPages = 64;
    private const int LooksAtContentBytes = 4096;

    private readonly VhdxStructure _structure;
    private readonly VhdxBlocks _blocks;
    private readonly IDiskFile _file;
    private readonly VhdxLogWriter _log;
    private readonly List<ByteRange> _released = [];
    private long _searchFrom;
    private bool _fileIsChanging;
    private bool _dataIsChanging;
    private bool _isDirty;
    private bool _keepsLink;

    /// <summary>Makes the store of a checked file that is open for writing, its log replayed.</summary>
    public VhdxStore(VhdxStructure structure, VhdxBlocks blocks)
    {
        _structure = structure;
        _blocks = blocks;
        _file = structure.File;
        _log = new VhdxLogWriter(_file, structure.Headers);
    }

    private VhdxLayout Layout => _blocks.Layout;

    private VhdxBlockTable Table => _blocks.Table;

    /// <summary>Writes whole sectors into one block, which gets its place if it has none.</summary>
    public void Write(long block, int within, ReadOnlySpan<byte> data)
    {
        BeginDataChange((block * Layout.BlockSizeBytes) + within, data);
        Write(block, within, data, Layout.UsedBytes(block));
    }

    /// <summary>Writes whole sectors of the last block that the disk does not have yet.</summary>
    public void WriteBeyondEnd(long block, int within, ReadOnlySpan<byte> data)
        => Write(block, within, data, Layout.BlockSizeBytes);

    /// <summary>Makes bytes that stand in the file zeros.</summary>
    public void PunchHole(long offset, long place, long lengthBytes)
    {
        BeginDataChange(offset, []);
        _file.PunchHole(place, lengthBytes);
        _isDirty = true;
    }

    /// <summary>Makes a whole block read as zeros; its place is free after the next flush.</summary>
    public void MakeZero(long block)
    {
        var entry = Table[block];
        if (entry.State == VhdxBlockState.Zero || (entry.State == VhdxBlockState.NotPresent && !Layout.HasParent))
        {
            return;
        }

        BeginDataChange(block * Layout.BlockSizeBytes, []);
        MakeRoom();
        _isDirty = true;
        Put(block, new VhdxEntry(VhdxBlockState.Zero, 0));
    }

    /// <summary>Changes the row of a block; the place that it had is free after the next flush.</summary>
    public void Put(long block, VhdxEntry entry)
    {
        var old = Table[block];
        if (old.IsAllocated)
        {
            _released.Add(new ByteRange(old.Offset, Layout.BlockSizeBytes));
        }

        Table[block] = entry;
        _isDirty = true;
    }

    /// <summary>Notes that a block or bitmap was copied to another place; its old one is free after the next flush.
    /// </summary>
    public void Put(VhdxPlace from, long to)
    {
        if (!from.IsBitmap)
        {
            Put(from.Number, new VhdxEntry(Table[from.Number].State, to));
            return;
        }

        Table.SetBitmap(from.Number, new VhdxEntry(VhdxBlockState.FullyPresent, to));
        _released.Add(new ByteRange(from.Offset, VhdxLayout.BitmapBytes));
        _isDirty = true;
    }

    /// <summary>Gives up a bitmap that no block needs, or lets a block without data forget the place that it had.
    /// </summary>
    public void Free(VhdxPlace place)
    {
        if (place.IsBitmap)
        {
            Table.SetBitmap(place.Number, default);
            _released.Add(new ByteRange(place.Offset, VhdxLayout.BitmapBytes));
        }
        else
        {
            Table[place.Number] = new VhdxEntry(Table[place.Number].State, 0);
        }

        _isDirty = true;
    }

    /// <summary>Notes that something was written that the next flush is to make durable.</summary>
    public void Touch() => _isDirty = true;

    /// <summary>Makes everything written so far durable.</summary>
    public void Flush()
    {
        if (!_isDirty)
        {
            return;
        }

        _file.Flush();
        var pages = _blocks.Pages.Dirty.Select(offset => (offset, _blocks.Pages.Read(offset))).ToList();
        if (pages.Count > 0)
        {
            _log.Write(pages);
            foreach (var (offset, bytes) in pages)
            {
                _file.Write(offset, bytes);
            }

            _blocks.Pages.Clean();
        }

        foreach (var range in _released)
        {
            _structure.Space.Release(range.Offset, range.Length);
            _searchFrom = 0;
        }

        _released.Clear();
        _isDirty = false;
    }

    /// <summary>Makes everything durable and in its place, so that the log is empty.</summary>
    public void Settle()
    {
        Flush();
        _log.Empty();
    }

    /// <summary>Cuts the file after its last block. The log is empty then, as it may not know a longer file.</summary>
    public void Cut()
    {
        Settle();
        _structure.Space.FindEnd();
        _searchFrom = 0;
        if (_file.Length > _structure.Space.End)
        {
            BeginFileChange();
            Settle();
            _file.SetLength(_structure.Space.End);
            _file.Flush();
            _blocks.Pages.Forget(_structure.Space.End, long.MaxValue);
        }
    }

    /// <summary>Lets children go on knowing the disk, whatever is written from now on.</summary>
    public void KeepLinkIdentifier() => _keepsLink = true;

    /// <summary>Notes in the header that the file changes, before it does; once for each opening.</summary>
    public void BeginFileChange() => BeginChange(content: null, 0);

    /// <summary>Notes in the header that what a guest sees changes, before it does; once for each opening.</summary>
    /// <param name="offset">Where on the disk.</param>
    /// <param name="data">What is written there first; it tells copies of the file apart from then on.</param>
    public void BeginDataChange(long offset, ReadOnlySpan<byte> data)
    {
        if (_keepsLink)
        {
            BeginFileChange();
        }
        else if (!_dataIsChanging)
        {
            BeginChange(data[..Math.Min(data.Length, LooksAtContentBytes)].ToArray(), offset);
        }
    }

    /// <summary>Flushes if many changed pages wait, so that what is done next fits into one entry of the log.</summary>
    public void MakeRoom()
    {
        if (_blocks.Pages.Dirty.Count >= Math.Min(WaitingPages, _log.MaximumPages / 2))
        {
            Flush();
        }
    }

    /// <summary>Gives away a place that reads as zeros.</summary>
    public long Allocate(long lengthBytes)
    {
        var space = _structure.Space;
        var gap = _searchFrom < space.End ? space.FindGap(_searchFrom, lengthBytes) : null;
        var place = gap ?? space.End;
        _searchFrom = gap is null ? long.MaxValue : place + lengthBytes;
        if (place > VhdxLimits.MaximumFileBytes - lengthBytes)
        {
            throw new IOException("A VHDX file cannot grow beyond 256 TB.");
        }

        var stale = Math.Min(_file.Length, place + lengthBytes) - place;
        if (stale > 0)
        {
            _file.PunchHole(place, stale);
            _blocks.Pages.Forget(place, place + lengthBytes);
        }

        if (_file.Length < place + lengthBytes)
        {
            _file.SetLength(place + lengthBytes);
        }

        space.Take(place, lengthBytes);
        _isDirty = true;
        return place;
    }

    private void Write(long block, int within, ReadOnlySpan<byte> data, int wholeBytes)
    {
        MakeRoom();
        _isDirty = true;
        var entry = Table[block];
        if (entry.State == VhdxBlockState.FullyPresent)
        {
            _file.Write(entry.Offset + within, data);
            return;
        }

        if (entry.State == VhdxBlockState.PartiallyPresent)
        {
            _file.Write(entry.Offset + within, data);
            SetBits(block, within, data.Length, isSet: true);
            return;
        }

        // A block that was zeros stays zeros around the data; one that was the parent's stays the parent's.
        var isPartial = Layout.HasParent && entry.State == VhdxBlockState.NotPresent
            && data.Length < wholeBytes;
        if (isPartial)
        {
            MakeBitmap(block);
        }

        var place = Allocate(Layout.BlockSizeBytes);
        _file.Write(place + within, data);
        if (isPartial)
        {
            SetBits(block, within, data.Length, isSet: true);
        }

        Table[block] = new VhdxEntry(
            isPartial ? VhdxBlockState.PartiallyPresent : VhdxBlockState.FullyPresent, place);
    }

    private void BeginChange(byte[]? content, long offset)
    {
        var isOfData = content is not null;
        if (isOfData ? _dataIsChanging : _fileIsChanging)
        {
            return;
        }

        var current = _structure.Headers.Current;
        var data = isOfData
            ? VhdxIdentifiers.Derive(
                current.DataWriteIdentifier, "data write", current.SequenceNumber + (ulong)offset, content)
            : current.DataWriteIdentifier;
        _structure.Headers.Write(_file, current with
        {
            FileWriteIdentifier = VhdxIdentifiers.Derive(
                current.FileWriteIdentifier, "file write", current.SequenceNumber, content),
            DataWriteIdentifier = data,
        });
        _fileIsChanging = true;
        _dataIsChanging |= isOfData;
        RepairRegionTable();
    }

    private void RepairRegionTable()
    {
        if (_structure.Regions.Damage is not null)
        {
            var bytes = new byte[VhdxRegionTable.LengthBytes];
            _file.Read(_structure.Regions.Offset, bytes);
            _blocks.Pages.Write(VhdxRegionTable.Offsets.First(offset => offset != _structure.Regions.Offset), bytes);
            _structure.Regions.Damage = null;
            _isDirty = true;
        }
    }

    // Bits may be left of a time when the block was here before.
    private void MakeBitmap(long block)
    {
        var chunk = block / Layout.BlocksPerChunk;
        if (!Table.Bitmap(chunk).IsAllocated)
        {
            Table.SetBitmap(chunk, new VhdxEntry(VhdxBlockState.FullyPresent, Allocate(VhdxLayout.BitmapBytes)));
            return;
        }

        SetBits(block, 0, Layout.BlockSizeBytes, isSet: false);
    }

    private void SetBits(long block, int within, int lengthBytes, bool isSet)
    {
        const int BitsPerPage = VhdxLimits.PageBytes * 8;
        var bit = Layout.FirstBit(block) + (within / Layout.SectorBytes);
        for (var end = bit + (lengthBytes / Layout.SectorBytes); bit < end;)
        {
            var page = _blocks.BitmapPage(block, bit)!.Value;
            var first = (int)(bit % BitsPerPage);
            var count = (int)Math.Min(end - bit, BitsPerPage - first);
            if (VhdxBits.Run(_blocks.Pages.Read(page), first, first + count, out var before) < count || before != isSet)
            {
                VhdxBits.Put(_blocks.Pages.Change(page), first, count, isSet);
                _isDirty = true;
            }

            bit += count;
        }
    }
}
