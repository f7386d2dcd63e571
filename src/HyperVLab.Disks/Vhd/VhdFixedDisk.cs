namespace HyperVLab.Disks.Vhd;

/// <summary>A fixed VHD: the disk's bytes from the file's start, then the footer.</summary>
internal sealed class VhdFixedDisk(IDiskFile file, VhdStructure structure, bool readOnly)
    : VhdDisk(file, structure, readOnly)
{
    /// <inheritdoc/>
    public override int BlockSizeBytes => 0;

    /// <inheritdoc/>
    public override VirtualDisk? Parent => null;

    /// <inheritdoc/>
    public override ParentReference? ParentReference => null;

    /// <inheritdoc/>
    public override void Flush()
    {
        if (!IsReadOnly)
        {
            File.Flush();
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<ByteRange> AllocatedRanges()
    {
        var offset = 0L;
        while (offset < SizeBytes && File.NextData(offset) is { } range && range.Offset < SizeBytes)
        {
            yield return new ByteRange(range.Offset, Math.Min(range.End, SizeBytes) - range.Offset);
            offset = range.End;
        }
    }

    /// <inheritdoc/>
    protected override void WriteZeroesCore(long offset, long length)
    {
        foreach (var extent in Extents(offset, length).Where(extent => !extent.IsZero).ToList())
        {
            File.PunchHole(extent.FileOffset, extent.Length);
        }
    }

    /// <inheritdoc/>
    private protected override void ResizeFile(long sizeBytes) => VhdFixedResize.Run(File, sizeBytes);

    /// <inheritdoc/>
    protected override void ReadCore(long offset, Span<byte> buffer) => File.Read(offset, buffer);

    /// <inheritdoc/>
    protected override void WriteCore(long offset, ReadOnlySpan<byte> data) => File.Write(offset, data);

    /// <inheritdoc/>
    protected override IEnumerable<DiskExtent> ExtentsCore(long offset, long length)
        => File.Extents(offset, offset, length);

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
            }
        }
    }
}
