using HyperVLab.Disks.FileSystems;

namespace HyperVLab.Disks.Operations;

/// <summary>What every block of a disk holds, in the file or not, and what a compaction would do with it.</summary>
public sealed record DiskMap
{
    // The usual block of a dynamic VHD, for disks that have none.
    private const int StepBytes = 2 * 1024 * 1024;

    /// <summary>The size of the disk in bytes.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>The size of a block in bytes; for a fixed disk the step in which it was looked at.</summary>
    public required int BlockSizeBytes { get; init; }

    /// <summary>All blocks of the disk, rising; neighbours of one fate joined.</summary>
    public required IReadOnlyList<BlockRange> Blocks { get; init; }

    /// <summary>The volumes of the disk; none if the mode asks no file system.</summary>
    public required IReadOnlyList<VolumeReport> Volumes { get; init; }

    /// <summary>Why the partition table cannot be read, in words; null if it can or if there is none.</summary>
    public string? TableProblem { get; init; }

    /// <summary>Looks at all blocks of a disk. Nothing is refused: neither fixed disks nor shadow copies.</summary>
    /// <param name="disk">The disk.</param>
    /// <param name="mode">What a compaction would look for.</param>
    /// <param name="work">Whom to tell, in bytes of the disk, and whether to stop.</param>
    /// <returns>The map.</returns>
    /// <exception cref="OperationCanceledException">The work is to stop.</exception>
    public static DiskMap Read(VirtualDisk disk, CompactionMode mode, DiskWork work)
    {
        var map = BlockScanner.AsksFileSystems(mode) ? FreeSpaceMap.Read(disk, work) : null;
        var options = new CompactionOptions { AllowSnapshots = true };
        using var scanner = new BlockScanner(disk, mode, map, options, work);
        var blocks = new List<BlockRange>();
        var blockBytes = disk.BlockSizeBytes == 0 ? StepBytes : disk.BlockSizeBytes;
        work.Expect(disk.SizeBytes);
        IEnumerable<ByteRange> ranges = disk.BlockSizeBytes == 0
            ? [new ByteRange(0, disk.SizeBytes)] : disk.AllocatedRanges();
        var there = new List<BlockRange>();
        scanner.Scan(ranges, blockBytes, there);
        var next = 0L;
        foreach (var range in there)
        {
            AddAbsent(blocks, next, range.First);
            blocks.Add(range);
            next = range.End;
        }

        AddAbsent(blocks, next, ((disk.SizeBytes - 1) / blockBytes) + 1);
        work.Advance(Math.Max(0, disk.SizeBytes - work.DoneBytes));
        return new DiskMap
        {
            SizeBytes = disk.SizeBytes,
            BlockSizeBytes = blockBytes,
            Blocks = blocks,
            Volumes = map?.Volumes ?? [],
            TableProblem = map?.TableProblem,
        };
    }

    private static void AddAbsent(List<BlockRange> blocks, long first, long end)
    {
        if (end > first)
        {
            blocks.Add(new BlockRange(first, end - first, BlockFate.Absent));
        }
    }
}
