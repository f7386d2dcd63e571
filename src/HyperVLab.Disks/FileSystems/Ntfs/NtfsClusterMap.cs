using HyperVLab.Disks.Operations;

namespace HyperVLab.Disks.FileSystems.Ntfs;

/// <summary>Which clusters of a volume no file has, by the volume's own bitmap.</summary>
internal sealed class NtfsClusterMap : IFreeSpace
{
    private const int PieceBytes = 256 * 1024;

    private readonly NtfsFileTable _files;
    private readonly List<BlockRun> _mustBeUsed;
    private int _next;

    /// <summary>Opens the bitmap of a volume and counts it.</summary>
    /// <exception cref="DiskFormatException">The bitmap is broken or cannot be right.</exception>
    public NtfsClusterMap(NtfsFileTable files, DiskWork work)
    {
        _files = files;
        using var bitmap = OpenBitmap();
        _mustBeUsed = [.. new[] { new BlockRun(0, 0, 1) }.Concat(files.Runs).Concat(bitmap.Runs.Runs)
            .Where(run => !run.IsHole).OrderBy(run => run.Cluster)];
        foreach (var run in FreeRuns(work))
        {
            CheckUnused(run);
            FreeClusters += run.Length;
        }
    }

    /// <summary>How many clusters no file has.</summary>
    public long FreeClusters { get; }

    /// <inheritdoc/>
    public IEnumerable<ByteRange> Ranges(DiskWork work)
    {
        long cluster = _files.Boot.ClusterBytes;
        var start = _files.Window.OffsetBytes;
        return FreeRuns(work).Select(run => new ByteRange(start + (run.Offset * cluster), run.Length * cluster));
    }

    private IEnumerable<ByteRange> FreeRuns(DiskWork work) => ClearBits.Runs(Pieces(work));

    private NtfsContent OpenBitmap()
    {
        var file = _files.Open(NtfsFileTable.Bitmap);
        var bitmap = file.Open(NtfsAttribute.Data);
        var needed = (_files.Boot.ClusterCount + 7) / 8;
        if (bitmap.InitializedBytes < needed || bitmap.Runs.HasHoles
            || bitmap.Runs.End * _files.Boot.ClusterBytes < needed)
        {
            throw file.Place.Broken($"the bitmap has less than {needed} bytes");
        }

        return bitmap;
    }

    // The bitmap is longer than the volume; the bits beyond the last cluster are no clusters.
    private IEnumerable<BitmapPiece> Pieces(DiskWork work)
    {
        using var bitmap = OpenBitmap();
        var buffer = new byte[PieceBytes];
        for (var left = _files.Boot.ClusterCount; left > 0; left -= PieceBytes * 8)
        {
            work.ThrowIfCancelled();
            var bits = (int)Math.Min(left, PieceBytes * 8);
            bitmap.ReadExactly(buffer, 0, (bits + 7) / 8);
            yield return new BitmapPiece(buffer, bits);
        }
    }

    // A bitmap that calls its own clusters free, or those of the file table, is not to be believed in anything.
    private void CheckUnused(ByteRange free)
    {
        while (_next < _mustBeUsed.Count && _mustBeUsed[_next].Cluster + _mustBeUsed[_next].Count <= free.Offset)
        {
            _next++;
        }

        if (_next < _mustBeUsed.Count && _mustBeUsed[_next].Cluster < free.End)
        {
            throw _files.Open(NtfsFileTable.Bitmap).Place.Broken(
                $"cluster {_mustBeUsed[_next].Cluster} holds the file table or the bitmap and is called free");
        }
    }
}
