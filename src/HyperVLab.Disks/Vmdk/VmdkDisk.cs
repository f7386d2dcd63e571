namespace HyperVLab.Disks.Vmdk;

/// <summary>
/// A disk of VMware's: monolithic sparse, stream-optimised (as in OVF packages), flat, or in several files of 2 GB. A
/// monolithic sparse one is made and written too; all others are only read.
/// </summary>
public sealed class VmdkDisk : VirtualDisk
{
    /// <summary>The largest disk that is made, in bytes.</summary>
    public const long MaximumWrittenBytes = VmdkLimits.MaximumWrittenBytes;

    /// <summary>The unit in which a disk that is made grows, in bytes.</summary>
    public const int GrainBytes = VmdkSparseLayout.GrainSectors * SectorBytes;

    private readonly IDiskFile _file;
    private readonly VmdkStructure _structure;

    private VmdkDisk(IDiskFile file, VmdkStructure structure, bool isReadOnly) =>
        (_file, _structure, IsReadOnly) = (file, structure, isReadOnly);

    /// <inheritdoc/>
    public override VhdFormat Format => VhdFormat.VMDK;

    /// <inheritdoc/>
    public override VhdType Type => _structure.Type;

    /// <inheritdoc/>
    public override long SizeBytes => _structure.Descriptor.SizeBytes;

    /// <summary>The length of the descriptor's file and of all extents', in bytes.</summary>
    public override long FileSizeBytes => _structure.FileSizeBytes;

    /// <inheritdoc/>
    public override int BlockSizeBytes => _structure.GrainBytes;

    /// <summary>The UUID of the disk database; one made of the file's first bytes if it has none.</summary>
    public override Guid Identifier => _structure.Identifier;

    /// <summary>Whether extents of the disk are files of their own, beside the descriptor.</summary>
    public bool IsInSeveralFiles => _structure.PartCount > 0;

    /// <inheritdoc/>
    public override VirtualDisk? Parent => null;

    /// <inheritdoc/>
    public override bool IsReadOnly { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Warnings => _structure.Warnings;

    /// <summary>Opens a disk.</summary>
    /// <param name="file">Its descriptor, or the sparse extent that holds it; the disk disposes it, but if opening
    /// fails it stays with the caller.</param>
    /// <param name="parents">Who opens the extents that are files of their own.</param>
    /// <returns>The disk, for reading.</returns>
    /// <exception cref="DiskFormatException">It is broken, of a kind that is not read, or a difference to another.
    /// </exception>
    public static VmdkDisk Open(IDiskFile file, IParentResolver? parents = null)
        => new(file, VmdkStructure.Read(file, parents), isReadOnly: true);

    /// <summary>Opens a monolithic sparse disk, to write to it too.</summary>
    /// <param name="file">The file; the disk disposes it, but if opening fails it stays with the caller.</param>
    /// <exception cref="DiskFormatException">It is broken, or of a kind that is only read.</exception>
    public static VmdkDisk OpenForWriting(IDiskFile file)
    {
        var structure = VmdkStructure.Read(file, parents: null);
        return structure.Extents is [{ IsWritable: true }]
            ? new VmdkDisk(file, structure, file.IsReadOnly)
            : throw structure.Descriptor.Broken("it is of a kind that is only read");
    }

    /// <summary>Makes an empty monolithic sparse disk.</summary>
    /// <param name="file">An empty file; the disk disposes it, but if that fails it stays with the caller.</param>
    /// <param name="creation">What the disk is to be.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not to be dynamic, or has no such size.</exception>
    public static VmdkDisk Create(IDiskFile file, DiskCreation creation)
    {
        if (creation.Type != VhdType.Dynamic || creation.SizeBytes < SectorBytes
            || creation.SizeBytes % SectorBytes != 0 || creation.SizeBytes > VmdkLimits.MaximumWrittenBytes)
        {
            throw new ArgumentOutOfRangeException(nameof(creation), creation, "No such VMDK is made.");
        }

        new VmdkSparseLayout(creation.SizeBytes).Write(file, creation.Identifier);
        return OpenForWriting(file);
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        if (!IsReadOnly)
        {
            _file.Flush();
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<ByteRange> AllocatedRanges()
    {
        // The parts of a disk in several files need not be whole grains, and blocks are.
        long block = Math.Max(SectorBytes, BlockSizeBytes);
        ByteRange? open = null;
        foreach (var range in _structure.Extents.SelectMany(extent => extent.Placed()))
        {
            var start = range.Offset / block * block;
            var end = Math.Min(SizeBytes, (range.End + block - 1) / block * block);
            if (open is { } before && start <= before.End)
            {
                open = before with { Length = Math.Max(before.End, end) - before.Offset };
                continue;
            }

            if (open is { } done)
            {
                yield return done;
            }

            open = new ByteRange(start, end - start);
        }

        if (open is { } last)
        {
            yield return last;
        }
    }

    /// <inheritdoc/>
    protected override void ReadCore(long offset, Span<byte> buffer)
    {
        for (var i = First(offset); !buffer.IsEmpty; i++)
        {
            var extent = _structure.Extents[i];
            var part = buffer[..(int)Math.Min(buffer.Length, extent.End - offset)];
            extent.Read(offset - extent.Start, part);
            offset += part.Length;
            buffer = buffer[part.Length..];
        }
    }

    /// <inheritdoc/>
    protected override void WriteCore(long offset, ReadOnlySpan<byte> data) =>
        _structure.Extents[0].Write(offset, data);

    /// <inheritdoc/>
    protected override IEnumerable<DiskExtent> ExtentsCore(long offset, long length)
    {
        var end = offset + length;
        for (var i = First(offset); offset < end; i++)
        {
            var extent = _structure.Extents[i];
            var count = Math.Min(end, extent.End) - offset;
            foreach (var range in extent.Extents(offset - extent.Start, count))
            {
                yield return range;
            }

            offset += count;
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _structure.Dispose();
            _file.Dispose();
        }
    }

    // The extent that holds a byte of the disk.
    private int First(long offset)
    {
        var (low, high) = (0, _structure.Extents.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = offset < _structure.Extents[middle].End ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
