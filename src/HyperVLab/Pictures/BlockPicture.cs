namespace HyperVLab.Pictures;

/// <summary>What a picture of a disk's blocks shows, whoever draws it.</summary>
internal sealed record BlockPicture
{
    /// <summary>The disk's name.</summary>
    public required string Title { get; init; }

    /// <summary>What is said of the disk below its name; empty for nothing.</summary>
    public string Subtitle { get; init; } = string.Empty;

    /// <summary>The size that a guest sees, in bytes.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>The length of the file in bytes.</summary>
    public required long FileSizeBytes { get; init; }

    /// <summary>The size of a block in bytes.</summary>
    public required long BlockSizeBytes { get; init; }

    /// <summary>The blocks in rising order; what lies between them has no place in the file.</summary>
    public required IReadOnlyList<PictureRun> Runs { get; init; }

    /// <summary>The partitions in rising order.</summary>
    public IReadOnlyList<PictureSpan> Spans { get; init; } = [];

    /// <summary>How many blocks there are.</summary>
    public long BlockCount => (SizeBytes + BlockSizeBytes - 1) / BlockSizeBytes;

    /// <summary>The blocks counted: those that stay first, those that have no place last.</summary>
    public IReadOnlyList<PictureTally> Tally()
    {
        var tallies = Runs.Where(static run => run.Tone != PictureTone.Absent)
            .GroupBy(static run => (run.Tone, run.IsFreed))
            .Select(group => new PictureTally(
                group.Key.Tone, group.Key.IsFreed, group.Sum(static run => run.Count), group.Sum(BytesOf)))
            .OrderBy(static tally => tally.IsFreed)
            .ThenBy(static tally => tally.Tone)
            .ToList();
        long absent = BlockCount - tallies.Sum(static tally => tally.Blocks);
        if (absent > 0)
        {
            long bytes = SizeBytes - tallies.Sum(static tally => tally.Bytes);
            tallies.Add(new PictureTally(PictureTone.Absent, IsFreed: false, absent, bytes));
        }

        return tallies;
    }

    // The disk may end within its last block.
    private long BytesOf(PictureRun run) =>
        Math.Min(run.End * BlockSizeBytes, SizeBytes) - (run.Block * BlockSizeBytes);
}
