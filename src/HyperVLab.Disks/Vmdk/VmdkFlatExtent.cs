namespace HyperVLab.Disks.Vmdk;

/// <summary>A part that stands in a file as it is on the disk.</summary>
/// <param name="start">Where it starts on the disk, in bytes.</param>
/// <param name="sizeBytes">How many bytes it has.</param>
/// <param name="file">The file.</param>
/// <param name="place">Where it starts there, in bytes.</param>
internal sealed class VmdkFlatExtent(long start, long sizeBytes, IDiskFile file, long place)
    : VmdkExtent(start, sizeBytes)
{
    /// <inheritdoc/>
    public override bool IsAligned => place % 4096 == 0;

    /// <inheritdoc/>
    public override void Read(long offset, Span<byte> buffer) => file.Read(place + offset, buffer);

    /// <inheritdoc/>
    public override IEnumerable<DiskExtent> Extents(long offset, long length)
        => file.Extents(place + offset, Start + offset, length);

    /// <inheritdoc/>
    public override IEnumerable<ByteRange> Placed() => [new ByteRange(Start, SizeBytes)];
}
