namespace HyperVLab.Disks.Raw;

/// <summary>
/// A raw image, as dd writes it, or a whole disk of this computer: its bytes and nothing else. A file whose length is
/// not whole sectors is a disk one sector longer than its whole ones; what is missing of that sector reads as zeros,
/// and writing there makes the file as long as the disk.
/// </summary>
public sealed class RawDisk : VirtualDisk
{
    private readonly IDiskFile _file;
    private readonly List<string> _warnings = [];
    private long _sizeBytes;

    private RawDisk(IDiskFile file, bool readOnly)
    {
        _file = file;
        IsReadOnly = readOnly || file.IsReadOnly;
        var length = file.Length;
        _sizeBytes = (length + SectorBytes - 1) / SectorBytes * SectorBytes;
        if (length == 0)
        {
            throw new DiskFormatException("raw image", 0, "the file is empty");
        }

        if (length < _sizeBytes)
        {
            _warnings.Add($"The file's {length} bytes are not whole sectors; the last one is filled up with zeros.");
        }

        Identifier = RawIdentifier.Of(file, length);
    }

    /// <inheritdoc/>
    public override VhdFormat Format => VhdFormat.Raw;

    /// <inheritdoc/>
    public override VhdType Type => VhdType.Fixed;

    /// <inheritdoc/>
    public override long SizeBytes => _sizeBytes;

    /// <inheritdoc/>
    public override long FileSizeBytes => _file.Length;

    /// <inheritdoc/>
    public override int BlockSizeBytes => 0;

    /// <summary>
    /// An identifier made of the size and the first sectors as they were when the disk was opened, since a raw image
    /// has none of its own.
    /// </summary>
    public override Guid Identifier { get; }

    /// <inheritdoc/>
    public override VirtualDisk? Parent => null;

    /// <inheritdoc/>
    public override bool IsReadOnly { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Opens any file, or a disk of this computer, as the bytes of a disk.</summary>
    /// <param name="file">The file; the disk disposes it, but if opening fails it stays with the caller.</param>
    /// <param name="readOnly">Whether the disk is only read; always so if the file is read-only.</param>
    /// <returns>The disk.</returns>
    /// <exception cref="DiskFormatException">The file is empty.</exception>
    public static RawDisk Open(IDiskFile file, bool readOnly = false) => new(file, readOnly);

    /// <summary>Makes a raw image of zeros, which stay a hole of the file.</summary>
    /// <param name="file">An empty file; the disk disposes it, but if that fails it stays with the caller.</param>
    /// <param name="sizeBytes">The size in bytes.</param>
    /// <returns>The disk, open for writing.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The size is no whole sectors, or none.</exception>
    public static RawDisk Create(IDiskFile file, long sizeBytes)
    {
        ThrowUnlessSectors(sizeBytes);
        if (file.Length != 0)
        {
            throw new ArgumentException("A new disk needs an empty file.", nameof(file));
        }

        file.SetLength(sizeBytes);
        return new RawDisk(file, readOnly: false);
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
    protected override void WriteZeroesCore(long offset, long length) => _file.PunchHole(offset, length);

    /// <inheritdoc/>
    public override void Resize(long sizeBytes)
    {
        ThrowUnlessSectors(sizeBytes);
        ThrowIfReadOnly();
        _file.SetLength(sizeBytes);
        _sizeBytes = sizeBytes;
        _warnings.Clear();
    }

    /// <inheritdoc/>
    public override IEnumerable<ByteRange> AllocatedRanges()
    {
        var length = _file.Length;
        for (var offset = 0L; offset < length && _file.NextData(offset) is { } range; offset = range.End)
        {
            yield return range;
        }
    }

    /// <inheritdoc/>
    protected override void ReadCore(long offset, Span<byte> buffer)
    {
        var there = (int)Math.Clamp(_file.Length - offset, 0, buffer.Length);
        if (there > 0)
        {
            _file.Read(offset, buffer[..there]);
        }

        buffer[there..].Clear();
    }

    /// <inheritdoc/>
    protected override void WriteCore(long offset, ReadOnlySpan<byte> data) => _file.Write(offset, data);

    /// <inheritdoc/>
    protected override IEnumerable<DiskExtent> ExtentsCore(long offset, long length)
        => _file.Extents(offset, offset, length);

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
            }
        }
    }

    private static void ThrowUnlessSectors(long sizeBytes)
    {
        if (sizeBytes <= 0 || sizeBytes % SectorBytes != 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(sizeBytes), sizeBytes, "A raw disk has a multiple of 512 bytes, at least one.");
        }
    }
}
