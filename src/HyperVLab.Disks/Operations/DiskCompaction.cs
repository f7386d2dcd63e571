using HyperVLab.Disks.FileSystems;

namespace HyperVLab.Disks.Operations;

/// <summary>
/// Takes out of a disk file, in place, what its guest no longer uses. In doubt a block stays; a block of a differencing
/// disk stays too where the parent's bytes would show instead of zeros.
/// </summary>
public static class DiskCompaction
{
    /// <summary>Decides block by block what a compaction drops.</summary>
    /// <param name="disk">A dynamic or differencing disk.</param>
    /// <param name="mode">What to look for.</param>
    /// <param name="options">What else; null for the usual.</param>
    /// <param name="work">Whom to tell, in bytes of the blocks that are in the file, and whether to stop.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="NotSupportedException">The disk is fixed.</exception>
    /// <exception cref="SnapshotHarmException">Shadow copies of a volume would be damaged, and that is not
    /// allowed.</exception>
    /// <exception cref="OperationCanceledException">The work is to stop.</exception>
    public static CompactionPlan Plan(
        VirtualDisk disk, CompactionMode mode, CompactionOptions? options, DiskWork work)
    {
        ThrowIfFixed(disk);
        var map = BlockScanner.AsksFileSystems(mode) ? FreeSpaceMap.Read(disk, work) : null;
        using var scanner = new BlockScanner(disk, mode, map, options ?? new CompactionOptions(), work);
        var blocks = new List<BlockRange>();
        foreach (var range in disk.AllocatedRanges())
        {
            work.Expect(range.Length);
        }

        scanner.Scan(disk.AllocatedRanges(), disk.BlockSizeBytes, blocks);
        return new CompactionPlan
        {
            Mode = mode,
            Identifier = disk.Identifier,
            BlockSizeBytes = disk.BlockSizeBytes,
            Blocks = blocks,
            Volumes = map?.Volumes ?? [],
            TableProblem = map?.TableProblem,
        };
    }

    /// <summary>Does what a plan says. A kill at any moment loses no block that was to be kept.</summary>
    /// <param name="disk">The disk of the plan, not written to since.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="work">Whom to tell, and whether to stop: what is done by then stays done.</param>
    /// <exception cref="ArgumentException">The plan is of another disk.</exception>
    /// <exception cref="NotSupportedException">The disk is read-only, is fixed, or is of a saved machine.</exception>
    public static void Run(VirtualDisk disk, CompactionPlan plan, DiskWork work)
    {
        ThrowIfFixed(disk);
        if (plan.Identifier != disk.Identifier || plan.BlockSizeBytes != disk.BlockSizeBytes)
        {
            throw new ArgumentException("The plan is of another disk.", nameof(plan));
        }

        disk.RemoveBlocks(plan.DroppedBlocks(), work);
    }

    private static void ThrowIfFixed(VirtualDisk disk)
    {
        if (disk.Type == VhdType.Fixed || disk.BlockSizeBytes == 0)
        {
            throw new NotSupportedException("A fixed disk has no blocks to free.");
        }
    }
}
