using HyperVLab.Disks;

namespace HyperVLab.Engine.Tests.Compute.Workloads;

/// <summary>A disk whose computer goes after so many sectors: what is written later is not there.</summary>
internal sealed class CutDisk(VirtualDisk disk, int sectors) : VirtualDisk
{
    private int _left = sectors;

    public override VhdFormat Format => disk.Format;

    public override VhdType Type => disk.Type;

    public override long SizeBytes => disk.SizeBytes;

    public override long FileSizeBytes => disk.FileSizeBytes;

    public override int BlockSizeBytes => disk.BlockSizeBytes;

    public override Guid Identifier => disk.Identifier;

    public override VirtualDisk? Parent => null;

    public override bool IsReadOnly => false;

    public override IReadOnlyList<string> Warnings => [];

    public override void Flush()
    {
    }

    public override IEnumerable<ByteRange> AllocatedRanges() => disk.AllocatedRanges();

    protected override void ReadCore(long offset, Span<byte> buffer) => disk.Read(offset, buffer);

    protected override void WriteCore(long offset, ReadOnlySpan<byte> data)
    {
        int count = Math.Min(_left, data.Length / SectorBytes);
        _left -= count;
        disk.Write(offset, data[..(count * SectorBytes)]);
    }

    protected override IEnumerable<DiskExtent> ExtentsCore(long offset, long length) => disk.Extents(offset, length);

    protected override void Dispose(bool disposing)
    {
    }
}
