using HyperVLab.Disks.FileSystems;

namespace HyperVLab.Disks.Operations;

/// <summary>What a compaction of a disk will do. It holds only as long as nobody writes to the disk.</summary>
public sealed record CompactionPlan
{
    /// <summary>What was looked for.</summary>
    public required CompactionMode Mode { get; init; }

    /// <summary>The disk's identifier.</summary>
    public required Guid Identifier { get; init; }

    /// <summary>The size of a block in bytes.</summary>
    public required int BlockSizeBytes { get; init; }

    /// <summary>The blocks that are in the file, rising; neighbours of one fate joined.</summary>
    public required IReadOnlyList<BlockRange> Blocks { get; init; }

    /// <summary>The volumes, and why each is kept if it is; none if the mode asks no file system.</summary>
    public required IReadOnlyList<VolumeReport> Volumes { get; init; }

    /// <summary>Why the partition table cannot be read, in words; null if it can or if there is none.</summary>
    public string? TableProblem { get; init; }

    /// <summary>How many blocks are in the file now.</summary>
    public long AllocatedBlockCount => Blocks.Sum(range => range.Count);

    /// <summary>How many blocks leave it.</summary>
    public long DroppedBlockCount => Blocks.Where(range => range.IsDropped).Sum(range => range.Count);

    /// <summary>What the file is shorter by in the end, in bytes, bitmaps and the like not counted.</summary>
    public long FreedBytes => DroppedBlockCount * BlockSizeBytes;

    /// <summary>Lists the blocks that leave the file.</summary>
    /// <returns>Their numbers, rising.</returns>
    public IEnumerable<long> DroppedBlocks()
    {
        foreach (var range in Blocks.Where(range => range.IsDropped))
        {
            for (var block = range.First; block < range.End; block++)
            {
                yield return block;
            }
        }
    }
}
