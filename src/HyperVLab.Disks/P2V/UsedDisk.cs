using HyperVLab.Disks.FileSystems;
using HyperVLab.Disks.Operations;

namespace HyperVLab.Disks.P2V;

/// <summary>
/// A disk as it is to be copied: what its volumes do not use reads as zeros, and some bytes read as they shall become.
/// It does not dispose the disk.
/// </summary>
/// <param name="source">The disk.</param>
/// <param name="free">What volumes do not use, rising; asked for once for every reading.</param>
/// <param name="patches">What reads otherwise.</param>
internal sealed class UsedDisk(VirtualDisk source, Func<IEnumerable<FreeRange>> free, DiskPatches patches) : VirtualDisk
{
    /// <inheritdoc/>
    public override VhdFormat Format => source.Format;

    /// <inheritdoc/>
    public override VhdType Type => source.Type;

    /// <inheritdoc/>
    public override long SizeBytes => source.SizeBytes;

    /// <inheritdoc/>
    public override long FileSizeBytes => source.FileSizeBytes;

    /// <inheritdoc/>
    public override int BlockSizeBytes => source.BlockSizeBytes;

    /// <inheritdoc/>
    public override Guid Identifier => source.Identifier;

    /// <inheritdoc/>
    public override int LogicalSectorSizeBytes => source.LogicalSectorSizeBytes;

    /// <inheritdoc/>
    public override int PhysicalSectorSizeBytes => source.PhysicalSectorSizeBytes;

    /// <inheritdoc/>
    public override VirtualDisk? Parent => null;

    /// <inheritdoc/>
    public override bool IsReadOnly => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Warnings => source.Warnings;

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<ByteRange> AllocatedRanges()
        => Extents(0, SizeBytes).Where(extent => !extent.IsZero)
            .Select(extent => new ByteRange(extent.Offset, extent.Length));

    /// <inheritdoc/>
    protected override void ReadCore(long offset, Span<byte> buffer)
    {
        foreach (var extent in ExtentsCore(offset, buffer.Length))
        {
            var part = buffer.Slice((int)(extent.Offset - offset), (int)extent.Length);
            if (extent.File is { } file)
            {
                file.Read(extent.FileOffset, part);
            }
            else
            {
                part.Clear();
            }
        }
    }

    /// <inheritdoc/>
    protected override void WriteCore(long offset, ReadOnlySpan<byte> data) => ThrowIfReadOnly();

    /// <inheritdoc/>
    protected override IEnumerable<DiskExtent> ExtentsCore(long offset, long length)
    {
        using var cursor = new FreeRangeCursor(free());
        foreach (var (start, end, patch) in patches.Split(offset, offset + length))
        {
            if (patch is not null)
            {
                yield return new DiskExtent(start, end - start, 0, patch, start);
                continue;
            }

            for (var at = start; at < end;)
            {
                var (next, volume) = cursor.Next(at, end);
                if (volume >= 0)
                {
                    yield return DiskExtent.Zeros(at, next - at, depth: -1);
                }
                else
                {
                    foreach (var extent in source.Extents(at, next - at))
                    {
                        yield return extent;
                    }
                }

                at = next;
            }
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
    }
}
