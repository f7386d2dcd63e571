namespace HyperVLab.Disks.Vmdk;

/// <summary>A part of zeros, for which there is no file.</summary>
internal sealed class VmdkZeroExtent(long start, long sizeBytes) : VmdkExtent(start, sizeBytes)
{
    /// <inheritdoc/>
    public override bool IsAligned => true;

    /// <inheritdoc/>
    public override void Read(long offset, Span<byte> buffer) => buffer.Clear();

    /// <inheritdoc/>
    public override IEnumerable<DiskExtent> Extents(long offset, long length)
        => [DiskExtent.Zeros(Start + offset, length, depth: 0)];

    /// <inheritdoc/>
    public override IEnumerable<ByteRange> Placed() => [];
}
