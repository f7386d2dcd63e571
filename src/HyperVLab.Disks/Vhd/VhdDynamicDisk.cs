using HyperVLab.Disks.Operations;

namespace HyperVLab.Disks.Vhd;

/// <summary>
/// A dynamic or differencing VHD: blocks with a bitmap each, found through the block allocation table. Reading makes no
/// objects but for bitmaps that are read for the first time.
/// </summary>
internal sealed class VhdDynamicDisk : VhdDisk
{
    private VhdBlockStore _store;
    private readonly VhdBlockLayout _layout;
    private readonly VhdDisk? _parent;
    private ParentReference? _parentReference;

    /// <summary>Puts a disk over a checked file and an open parent.</summary>
    public VhdDynamicDisk(IDiskFile file, VhdStructure structure, VhdDisk? parent, bool readOnly)
        : base(file, structure, readOnly)
    {
        _store = new VhdBlockStore(file, structure, IsReadOnly);
        _layout = structure.Layout;
        _parent = parent;
        _parentReference = structure.Parent;
    }

    /// <inheritdoc/>
    public override int BlockSizeBytes => _layout.BlockSizeBytes;

    /// <inheritdoc/>
    public override VirtualDisk? Parent => _parent;

    /// <inheritdoc/>
    public override ParentReference? ParentReference => _parentReference;

    /// <inheritdoc/>
    public override void Flush() => _store.Flush();

    /// <inheritdoc/>
    public override IEnumerable<ByteRange> AllocatedRanges()
    {
        long block = 0;
        long count = _store.Table.Count;
        while ((block = _store.Table.EndOfUnallocated(block, count)) < count)
        {
            var first = block;
            while (block < count && _store.Table.IsAllocated(block))
            {
                block++;
            }

            var start = first * BlockSizeBytes;
            yield return new ByteRange(start, Math.Min(block * BlockSizeBytes, SizeBytes) - start);
        }
    }

    /// <inheritdoc/>
    protected override void WriteZeroesCore(long offset, long length)
    {
        foreach (var extent in Extents(offset, length).Where(extent => !extent.IsZero).ToList())
        {
            if (extent.Depth == 0)
            {
                _store.Clear(extent.FileOffset, extent.Length);
                continue;
            }

            HideParent(extent.Offset, extent.End);
        }
    }

    /// <inheritdoc/>
    public override void RemoveBlocks(IEnumerable<long> blocks, DiskWork work)
    {
        var gone = blocks.ToList();
        if (gone.Exists(block => block < 0 || block >= _store.Table.Count))
        {
            throw new ArgumentOutOfRangeException(nameof(blocks), $"The disk has {_store.Table.Count} blocks.");
        }

        ThrowIfSaved();
        Change(() => VhdCompaction.Run(File, VhdStructure.Read(File), gone, work));
    }

    /// <inheritdoc/>
    public override void SetParent(DiskParentLink parent)
    {
        if (Type != VhdType.Differencing)
        {
            base.SetParent(parent);
        }

        Change(() => VhdParentChange.Run(File, VhdStructure.Read(File), parent));
    }

    /// <inheritdoc/>
    private protected override void ResizeFile(long sizeBytes)
    {
        if (sizeBytes > SizeBytes)
        {
            VhdDynamicResize.Grow(File, _parent, sizeBytes);
        }
        else
        {
            VhdDynamicResize.Shrink(File, sizeBytes);
        }
    }

    /// <inheritdoc/>
    private protected override void Reload(VhdStructure structure)
    {
        base.Reload(structure);
        _store = new VhdBlockStore(File, structure, IsReadOnly);
        _parentReference = structure.Parent;
    }

    /// <inheritdoc/>
    protected override void ReadCore(long offset, Span<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var block = offset / BlockSizeBytes;
            long end = (block + 1) * BlockSizeBytes;
            var allocated = _store.Table.IsAllocated(block);
            if (!allocated)
            {
                var limit = ((offset + buffer.Length - 1) / BlockSizeBytes) + 1;
                end = _store.Table.EndOfUnallocated(block, limit) * BlockSizeBytes;
            }

            var part = buffer[..(int)Math.Min(buffer.Length, end - offset)];
            if (allocated)
            {
                ReadBlock(block, offset, part);
            }
            else
            {
                ReadBelow(offset, part);
            }

            offset += part.Length;
            buffer = buffer[part.Length..];
        }
    }

    /// <inheritdoc/>
    protected override void WriteCore(long offset, ReadOnlySpan<byte> data)
    {
        while (!data.IsEmpty)
        {
            var block = offset / BlockSizeBytes;
            var within = (int)(offset % BlockSizeBytes);
            var part = data[..Math.Min(data.Length, BlockSizeBytes - within)];
            _store.Write(block, within, part);
            offset += part.Length;
            data = data[part.Length..];
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<DiskExtent> ExtentsCore(long offset, long length)
    {
        for (var end = offset + length; offset < end;)
        {
            var block = offset / BlockSizeBytes;
            if (!_store.Table.IsAllocated(block))
            {
                var last = _store.Table.EndOfUnallocated(block, ((end - 1) / BlockSizeBytes) + 1);
                var hole = Math.Min(end, last * BlockSizeBytes) - offset;
                foreach (var extent in ExtentsBelow(offset, hole))
                {
                    yield return extent;
                }

                offset += hole;
                continue;
            }

            var within = (int)(offset % BlockSizeBytes);
            var limit = (int)Math.Min(BlockSizeBytes, within + end - offset);
            var first = within / SectorBytes;
            var run = _store.Run(block, first, (limit + SectorBytes - 1) / SectorBytes, out var valid);
            var part = Math.Min(limit, (first + run) * SectorBytes) - within;
            if (valid)
            {
                yield return new DiskExtent(offset, part, 0, File, _store.DataOffset(block) + within);
            }
            else
            {
                foreach (var extent in ExtentsBelow(offset, part))
                {
                    yield return extent;
                }
            }

            offset += part;
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
                File.Dispose();
                _parent?.Dispose();
            }
        }
    }

    private void ReadBlock(long block, long offset, Span<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var within = (int)(offset % BlockSizeBytes);
            var first = within / SectorBytes;
            var limit = (within + buffer.Length + SectorBytes - 1) / SectorBytes;
            var end = (first + _store.Run(block, first, limit, out var valid)) * SectorBytes;
            var part = buffer[..Math.Min(buffer.Length, end - within)];
            if (valid)
            {
                File.Read(_store.DataOffset(block) + within, part);
            }
            else
            {
                ReadBelow(offset, part);
            }

            offset += part.Length;
            buffer = buffer[part.Length..];
        }
    }

    private void HideParent(long offset, long end)
    {
        var first = Math.Min(end, (offset + SectorBytes - 1) / SectorBytes * SectorBytes);
        var last = Math.Max(first, end / SectorBytes * SectorBytes);
        Span<byte> zeros = stackalloc byte[SectorBytes];
        zeros.Clear();
        Write(offset, zeros[..(int)(first - offset)]);
        _store.WriteZeros(first, last - first);
        Write(last, zeros[..(int)(end - last)]);
    }
}
