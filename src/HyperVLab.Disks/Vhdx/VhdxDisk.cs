using HyperVLab.Disks.Operations;

namespace HyperVLab.Disks.Vhdx;

/// <summary>
/// A disk in a VHDX file: made as Hyper-V of Server 2016 makes it, read as anybody made it. What its log says is done
/// in the file when it is opened for writing, and only looked at when it is opened for reading.
/// </summary>
public sealed class VhdxDisk : VirtualDisk
{
    private readonly VhdxStructure _structure;
    private readonly VhdxBlocks _blocks;
    private readonly VhdxStore? _store;
    private readonly VhdxDisk? _parent;
    private readonly IDiskFile _file;

    internal VhdxDisk(VhdxStructure structure, VhdxDisk? parent, bool readOnly)
    {
        _structure = structure;
        _parent = parent;
        _file = structure.File;
        _blocks = new VhdxBlocks(structure);
        _store = readOnly ? null : new VhdxStore(structure, _blocks);
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
    public override bool IsReadOnly => _store is null;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Warnings => _structure.Warnings;

    private VhdxStore Store
        => _store ?? throw new NotSupportedException("The virtual disk is open for reading only.");

    /// <summary>
    /// Makes a disk of the type that is asked for, without data. A differencing disk has the sectors of its parent.
    /// </summary>
    /// <param name="file">An empty file; the disk disposes it, but if that fails it stays with the caller.</param>
    /// <param name="creation">What the disk is to be.</param>
    /// <param name="parents">Who finds the parent of a differencing disk.</param>
    /// <returns>The disk, open for writing.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A size or the type is out of limits.</exception>
    /// <exception cref="DiskParentException">The parent is missing, is another disk, or leads back.</exception>
    public static new VhdxDisk Create(IDiskFile file, DiskCreation creation, IParentResolver? parents = null)
    {
        var isKnown = creation.Type is VhdType.Fixed or VhdType.Dynamic
            || (creation.Type == VhdType.Differencing && creation.Parent is not null);
        if (!isKnown)
        {
            throw new ArgumentOutOfRangeException(nameof(creation), creation.Type, "The type needs a parent.");
        }

        VhdxBuilder.Build(file, VhdxChain.LikeParent(creation, parents));
        return Open(file, parents);
    }

    /// <summary>
    /// Makes a differencing disk without data. The parent is not opened here; open the disk with a resolver to use it.
    /// </summary>
    /// <param name="file">An empty file; it stays with the caller.</param>
    /// <param name="creation">What the disk is to be; size 0 takes the parent's.</param>
    /// <param name="parent">What the disk is to say of its parent.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is out of limits.</exception>
    public static void CreateDifferencing(IDiskFile file, DiskCreation creation, DiskParentLink parent)
        => VhdxBuilder.Build(file, creation with { Type = VhdType.Differencing, Parent = parent });

    /// <summary>Opens a VHDX file with all its parents, which are only read.</summary>
    /// <param name="file">The file; the disk disposes it, but if opening fails it stays with the caller.</param>
    /// <param name="parents">Who finds the parent of a differencing disk.</param>
    /// <param name="readOnly">Whether the disk is only read; always so if the file is read-only.</param>
    /// <returns>The disk.</returns>
    /// <exception cref="DiskFormatException">The file is no VHDX or is broken; it says what and where.</exception>
    /// <exception cref="DiskParentException">A parent is missing, is another disk, or leads back.</exception>
    public static new VhdxDisk Open(IDiskFile file, IParentResolver? parents = null, bool readOnly = false)
        => VhdxChain.Open(file, parents, readOnly);

    /// <summary>Writes another value of a metadata item, as long as the old one; opened anew, it counts.</summary>
    internal void SetItem(Guid item, byte[] value)
    {
        var store = Store;
        store.BeginFileChange();
        store.Flush();
        _blocks.Pages.Write(_structure.Metadata.PlaceOf(item), value);
        store.Touch();
        store.Flush();
    }

    /// <inheritdoc/>
    internal override long BlocksPerBitmap => _blocks.Layout.HasParent ? _blocks.Layout.BlocksPerChunk : 0;

    /// <inheritdoc/>
    internal override IEnumerable<long> PlacedBitmaps()
    {
        for (var chunk = 0L; _blocks.Layout.HasParent && chunk < _blocks.Layout.ChunkCount; chunk++)
        {
            if (_blocks.Table.Bitmap(chunk).IsAllocated)
            {
                yield return chunk;
            }
        }
    }

    /// <inheritdoc/>
    public override void Flush() => _store?.Flush();

    /// <inheritdoc/>
    protected override void WriteZeroesCore(long offset, long length)
    {
        var size = _blocks.Layout.BlockSizeBytes;
        for (var end = offset + length; offset < end;)
        {
            var block = offset / size;
            var stop = Math.Min(end, (block * size) + _blocks.Layout.UsedBytes(block));
            if (Type != VhdType.Fixed && stop - offset == _blocks.Layout.UsedBytes(block))
            {
                Store.MakeZero(block);
            }
            else
            {
                ZeroPart(offset, stop);
            }

            offset = stop;
        }
    }

    /// <inheritdoc/>
    public override void Resize(long sizeBytes)
    {
        var store = Store;
        VhdxLimits.CheckSize(sizeBytes, LogicalSectorSizeBytes);
        if (sizeBytes != SizeBytes)
        {
            new VhdxResize(_structure, _blocks, store).Run(sizeBytes, _parent?.SizeBytes ?? 0);
        }
    }

    /// <inheritdoc/>
    public override void RemoveBlocks(IEnumerable<long> blocks, DiskWork work)
    {
        var store = Store;
        if (Type == VhdType.Fixed)
        {
            throw new NotSupportedException("A fixed disk keeps all its blocks.");
        }

        new VhdxCompaction(_structure, _blocks, store, work).Run(blocks);
    }

    /// <inheritdoc/>
    public override void KeepLinkIdentifier() => _store?.KeepLinkIdentifier();

    /// <inheritdoc/>
    public override void SetParent(DiskParentLink parent)
    {
        var store = Store;
        if (_structure.Metadata.Locator is null)
        {
            throw new NotSupportedException("The disk has no parent.");
        }

        VhdxParentChange.Run(_structure, _blocks, store, parent);
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
    {
        while (!data.IsEmpty)
        {
            var block = offset / _blocks.Layout.BlockSizeBytes;
            var within = (int)(offset % _blocks.Layout.BlockSizeBytes);
            var part = data[..Math.Min(data.Length, _blocks.Layout.BlockSizeBytes - within)];
            Store.Write(block, within, part);
            offset += part.Length;
            data = data[part.Length..];
        }
    }

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
                _store?.Settle();
            }
            finally
            {
                _file.Dispose();
                _parent?.Dispose();
            }
        }
    }

    // Bytes of this file become a hole of it where the system can do that; those of a parent are hidden.
    private void ZeroPart(long offset, long end)
    {
        while (offset < end)
        {
            var (length, isHere, place) = _blocks.Find(offset, end);
            if (place >= 0)
            {
                Store.PunchHole(offset, place, length);
            }
            else if (!isHere)
            {
                base.WriteZeroesCore(offset, length);
            }

            offset += length;
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
        => Type == VhdType.Fixed
            ? _file.Extents(place, offset, length)
            : [new DiskExtent(offset, length, 0, _file, place)];
}
