namespace HyperVLab.Disks.Operations;

/// <summary>
/// Which blocks of a disk have a place in its file: enough to say how long that becomes without opening it again. Of a
/// VHDX it is taken that there are no gaps between its blocks.
/// </summary>
public sealed record DiskRoom
{
    private const long BitmapBytes = 1 << 20;

    /// <summary>The format of the file.</summary>
    public required VhdFormat Format { get; init; }

    /// <summary>The size of a block in bytes; 0 for a fixed disk.</summary>
    public required int BlockSizeBytes { get; init; }

    /// <summary>How many blocks share a sector bitmap that has a place of its own; 0 where none has.</summary>
    public required long BlocksPerBitmap { get; init; }

    /// <summary>The first block and the end of each run of blocks with a place, rising.</summary>
    public required IReadOnlyList<long> Taken { get; init; }

    /// <summary>The numbers of the sector bitmaps that have a place, rising.</summary>
    public required IReadOnlyList<long> Bitmaps { get; init; }

    /// <summary>How many blocks of a differencing VHDX share a sector bitmap, which tells of 2^23 sectors.</summary>
    public static long BlocksPerBitmapOf(int blockSizeBytes, int sectorBytes) =>
        (BitmapBytes * 8) * sectorBytes / blockSizeBytes;

    /// <summary>Looks at a disk.</summary>
    public static DiskRoom Of(VirtualDisk disk) => new()
    {
        Format = disk.Format,
        BlockSizeBytes = disk.BlockSizeBytes,
        BlocksPerBitmap = disk.BlocksPerBitmap,
        Bitmaps = [.. disk.PlacedBitmaps()],
        Taken = disk.BlockSizeBytes == 0
            ? []
            : [.. disk.AllocatedRanges().SelectMany(range => (long[])
                [range.Offset / disk.BlockSizeBytes, BlocksTo(range.End, disk.BlockSizeBytes)])],
    };

    /// <summary>The room once parts of blocks are written, each of which then has a place.</summary>
    /// <param name="offset">Where the range starts on the disk.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="lengthBytes">The length of the file, which grows.</param>
    public DiskRoom With(long offset, long end, ref long lengthBytes)
    {
        if (BlockSizeBytes == 0 || end <= offset)
        {
            return this;
        }

        List<long> taken = [];
        var bitmaps = new SortedSet<long>(Bitmaps);
        long missing = 0;
        long first = offset / BlockSizeBytes;
        long last = BlocksTo(end, BlockSizeBytes);
        long at = first;
        foreach ((long from, long to) in Runs())
        {
            if (to < first || from > last)
            {
                taken.AddRange([from, to]);
                continue;
            }

            missing += Miss(at, Math.Min(from, last), bitmaps);
            at = Math.Max(at, to);
            (first, last) = (Math.Min(first, from), Math.Max(last, to));
        }

        missing += Miss(at, BlocksTo(end, BlockSizeBytes), bitmaps);
        int place = 0;
        while (place < taken.Count && taken[place] < first)
        {
            place += 2;
        }

        taken.InsertRange(place, [first, last]);
        lengthBytes = DiskGrowth.LengthAfter(Format, BlockSizeBytes, lengthBytes, missing)
            + ((bitmaps.Count - Bitmaps.Count) * BitmapBytes);
        return this with { Taken = taken, Bitmaps = [.. bitmaps] };
    }

    /// <summary>Whether a block has a place.</summary>
    public bool Has(long block)
    {
        foreach ((long from, long to) in Runs())
        {
            if (block < to)
            {
                return block >= from;
            }
        }

        return false;
    }

    private static long BlocksTo(long end, int blockSizeBytes) => (end + blockSizeBytes - 1) / blockSizeBytes;

    private IEnumerable<(long First, long End)> Runs()
    {
        for (int index = 0; index < Taken.Count; index += 2)
        {
            yield return (Taken[index], Taken[index + 1]);
        }
    }

    private long Miss(long first, long end, SortedSet<long> bitmaps)
    {
        if (end <= first)
        {
            return 0;
        }

        for (long block = first; BlocksPerBitmap > 0 && block < end;
            block = ((block / BlocksPerBitmap) + 1) * BlocksPerBitmap)
        {
            bitmaps.Add(block / BlocksPerBitmap);
        }

        return end - first;
    }
}
