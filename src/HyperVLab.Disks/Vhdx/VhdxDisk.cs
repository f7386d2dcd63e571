namespace HyperVLab.Disks.Vhdx;

/// <summary>
/// A disk in a VHDX file: made as Hyper-V of Server 2016 makes it, read as anybody made it. What its log says is done
/// in the file when it is opened for writing, and only looked at when it is opened for reading.
/// </summary>
public sealed class VhdxDisk : VirtualDisk
{
    private readonly VhdxStructure _structure;
    private readonly VhdxBlocks _blocks;
    private readonly VhdxDisk? _parent;
    private readonly IDiskFile _file;

    internal VhdxDisk(VhdxStructure structure, VhdxDisk? parent, bool readOnly)
    {
        _structure = structure;
        _parent = parent;
        _file = structure.File;
        _blocks = new VhdxBlocks(structure);
        IsReadOnly = readOnly;
    }

    /// <inheritdoc/>
    public override VhdFormat Format => VhdFormat.VHDX;

    /// <inheritdoc/>
    public override VhdType Type => _structure.Type;

    /// <inheritdoc/>
    public override long SizeBytes => _structure.Metadata.SizeBytes;

    /// <inheritdoc/>
    public override long FileSizeBytes => _file.Length;

    /// <inheritdoc/>
    public override int BlockSizeBytes => Type == VhdType.Fixed ? 0 : _structure.Metadata.BlockSizeBytes;

    /// <summary>The disk's identifier, which a guest sees in SCSI page 83.</summary>
    public override Guid Identifier => _structure.Metadata.Identifier;

    /// <summary>
    /// The data write identifier, by which children know the disk. It changes with the first write after each opening,
    /// so a parent that was written no longer fits its children.
    /// </summary>
    public override Guid LinkIdentifier => _structure.Headers.Current.DataWriteIdentifier;

    /// <inheritdoc/>
    public override int LogicalSectorSizeBytes => _structure.Metadata.LogicalSectorSizeBytes;

    /// <inheritdoc/>
    public override int PhysicalSectorSizeBytes => _structure.Metadata.PhysicalSectorSizeBytes;

    /// <inheritdoc/>
    public override VirtualDisk? Parent => _parent;

    /// <summary>What a differencing disk says of its parent, otherwise null.</summary>
    public ParentReference? ParentReference => _structure.Parent;

    /// <inheritdoc/>
    public override bool IsReadOnly { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Warnings => _structure.Warnings;

    /// <summary>Opens a VHDX file with all its parents, which are only read.</summary>
    /// <param name="file">The file; the disk disposes it, but if opening fails it stays with the caller.</param>
    /// <param name="parents">Who finds the parent of a differencing disk.</param>
    /// <param name="readOnly">Whether the disk is only read; always so if the file is read-only.</param>
    /// <returns>The disk.</returns>
    /// <exception cref="DiskFormatException">The file is no VHDX or is broken; it says what and where.</exception>
    /// <exception cref="DiskParentException">A parent is missing, is another disk, or leads back.</exception>
    public static new VhdxDisk Open(IDiskFile file, IParentResolver? parents = null, bool readOnly = false)
        => VhdxChain.Open(file, parents, readOnly);

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<ByteRange> AllocatedRanges()
    {
        ByteRange? open = null;
        foreach (var range in PlacedRanges())
        {
            if (open is { } before && before.End == range.Offset)
            {
                open = before with { Length = before.Length + range.Length };
                continue;
            }

            if (open is { } done)
            {
                yield return done;
            }

            open = range;
        }

        if (open is { } last)
        {
            yield return last;
        }
    }

    /// <inheritdoc/>
    protected override void ReadCore(long offset, Span<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var (length, isHere, place) = _blocks.Find(offset, offset + buffer.Length);
            var part = buffer[..(int)length];
            if (place >= 0)
            {
                _file.Read(place, part);
            }
            else if (isHere)
            {
                part.Clear();
            }
            else
            {
                ReadBelow(offset, part);
            }

            offset += length;
            buffer = buffer[part.Length..];
        }
    }

    /// <inheritdoc/>
    protected override void WriteCore(long offset, ReadOnlySpan<byte> data)
        => throw new NotSupportedException("VHDX files are only read.");

    /// <inheritdoc/>
    protected override IEnumerable<DiskExtent> ExtentsCore(long offset, long length)
    {
        for (var end = offset + length; offset < end;)
        {
            var (run, isHere, place) = _blocks.Find(offset, end);
            var extents = place >= 0 ? ExtentsHere(offset, run, place)
                : isHere ? [DiskExtent.Zeros(offset, run, depth: 0)]
                : ExtentsBelow(offset, run);
            foreach (var extent in extents)
            {
                yield return extent;
            }

            offset += run;
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            try
            {
                Flush();
            }
            finally
            {
                _file.Dispose();
                _parent?.Dispose();
            }
        }
    }

    private IEnumerable<ByteRange> PlacedRanges()
    {
        var layout = _blocks.Layout;
        for (var block = 0L; block < layout.BlockCount;)
        {
            var entry = _blocks.Table[block];
            var offset = block * layout.BlockSizeBytes;
            if (!entry.IsAllocated)
            {
                block = _blocks.Table.EndOfHole(block, layout.BlockCount);
                continue;
            }

            var whole = new ByteRange(offset, layout.UsedBytes(block));
            var ranges = Type == VhdType.Fixed
                ? ExtentsHere(offset, whole.Length, entry.Offset).Where(extent => !extent.IsZero)
                    .Select(extent => new ByteRange(extent.Offset, extent.Length))
                : [whole];
            foreach (var range in ranges)
            {
                yield return range;
            }

            block++;
        }
    }

    // A fixed disk has all its blocks in the file from the start, most of them as holes of the file.
    private IEnumerable<DiskExtent> ExtentsHere(long offset, long length, long place)
    {
        if (Type != VhdType.Fixed)
        {
            yield return new DiskExtent(offset, length, 0, _file, place);
            yield break;
        }

        for (var end = place + length; place < end;)
        {
            var data = _file.NextData(place);
            var start = Math.Min(data?.Offset ?? end, end);
            if (start > place)
            {
                yield return DiskExtent.Zeros(offset, start - place, depth: 0);
            }

            var stop = Math.Min(data?.End ?? end, end);
            if (stop > start)
            {
                yield return new DiskExtent(offset + start - place, stop - start, 0, _file, start);
            }

            offset += stop - place;
            place = stop;
        }
    }

    // What this file does not hold: the parent's bytes, and zeros where there is no parent or it is smaller.
    private void ReadBelow(long offset, Span<byte> buffer)
    {
        var there = _parent is null ? 0 : (int)Math.Clamp(_parent.SizeBytes - offset, 0, buffer.Length);
        if (there > 0)
        {
            _parent!.Read(offset, buffer[..there]);
        }

        buffer[there..].Clear();
    }

    private IEnumerable<DiskExtent> ExtentsBelow(long offset, long length)
    {
        var there = _parent is null ? 0 : Math.Clamp(_parent.SizeBytes - offset, 0, length);
        if (there > 0)
        {
            foreach (var extent in _parent!.Extents(offset, there))
            {
                yield return extent with { Depth = extent.Depth < 0 ? -1 : extent.Depth + 1 };
            }
        }

        if (there < length)
        {
            yield return DiskExtent.Zeros(offset + there, length - there, depth: -1);
        }
    }
}
