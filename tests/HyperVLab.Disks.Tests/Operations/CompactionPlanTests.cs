using HyperVLab.Disks.FileSystems;
using HyperVLab.Disks.Operations;
using HyperVLab.Disks.Tests.FileSystems;
using HyperVLab.Disks.Vhd;
using static HyperVLab.Disks.Tests.FileSystems.NtfsRecordBuilder;

namespace HyperVLab.Disks.Tests.Operations;

public class CompactionPlanTests
{
    private const int Block = 512 * 1024;

    // Clusters of 4 KiB: block 2 starts with the volume at 1 MiB, block 3 with cluster 128, and so on.
    [Theory]
    [InlineData(CompactionMode.Full, "0 OutsideVolumes, 2 InUse, 3 Free, 4 InUse, 5 InUse, "
        + "6 FreeOrZero, 7 Zero, 9 InUse, 10 InUse")]
    [InlineData(CompactionMode.Quick, "0 OutsideVolumes, 2 InUse, 3 Free, 4 InUse, 5 InUse, "
        + "6 InUse, 7 InUse, 9 InUse, 10 InUse")]
    [InlineData(CompactionMode.Retrim, "0 OutsideVolumes, 2 InUse, 3 Free, 4 InUse, 5 InUse, "
        + "6 InUse, 7 InUse, 9 InUse, 10 InUse")]
    [InlineData(CompactionMode.Prezeroed, "0 HoldsData, 2 HoldsData, 3 HoldsData, 4 HoldsData, 5 HoldsData, "
        + "6 HoldsData, 7 Zero, 9 HoldsData, 10 HoldsData")]
    [InlineData(CompactionMode.Pretrimmed, "0 HoldsData, 2 HoldsData, 3 HoldsData, 4 HoldsData, 5 HoldsData, "
        + "6 HoldsData, 7 HoldsData, 9 HoldsData, 10 HoldsData")]
    public void Each_mode_drops_what_its_name_says(CompactionMode mode, string expected)
    {
        using var disk = DiskImage.With(Volume().Finish());
        disk.Write(3 * Block, Any.Bytes(Block, 3));
        disk.Write(6 * Block, Any.Bytes(Block / 2, 6));
        disk.Write((6 * Block) + (Block / 2), new byte[Block / 2]);
        disk.Write(7 * Block, new byte[Block]);
        var plan = DiskCompaction.Plan(disk, mode, null, DiskWork.Unwatched);
        Assert.Equal(expected, Text(plan.Blocks));
        Assert.Equal(plan.DroppedBlockCount * Block, plan.FreedBytes);
    }

    [Fact]
    public void Blocks_of_an_unknown_file_system_go_only_if_they_are_zeros()
    {
        using var disk = DiskImage.With(Any.Bytes(4 * Block, 1));
        disk.Write(3 * Block, new byte[Block]);
        var plan = DiskCompaction.Plan(disk, CompactionMode.Full, null, DiskWork.Unwatched);
        Assert.Equal("0 OutsideVolumes, 2 UnsureVolume, 3 Zero, 4 UnsureVolume, 5 UnsureVolume", Text(plan.Blocks));
        Assert.Equal(VolumeDoubt.UnknownFileSystem, plan.Volumes[0].Volume.Doubt);
    }

    [Fact]
    public void Zeros_that_hide_data_of_a_parent_stay_and_zeros_over_zeros_go()
    {
        var file = new MemoryDiskFile();
        using var parent = VhdDisk.CreateDynamic(file, Any.Creation(8 * Block, block: Block));
        parent.Write(2 * Block, Any.Bytes(512, 1));
        parent.Flush();
        var creation = Any.Creation(0, 2, Block) with { Type = VhdType.Differencing, Parent = Any.LinkTo(parent) };
        using var child = VirtualDisk.Create(
            new MemoryDiskFile(), creation, new KnownParents().With("parent.vhd", file));
        child.Write(0, Any.Bytes(512, 2));
        child.Write(2 * Block, new byte[512]);
        child.Write(3 * Block, new byte[Block]);
        child.Write((4 * Block) + 512, new byte[512]);
        var plan = DiskCompaction.Plan(child, CompactionMode.Full, null, DiskWork.Unwatched);
        Assert.Equal("0 OutsideVolumes, 2 HidesParent, 3 Zero, 4 Zero", Text(plan.Blocks));
    }

    [Fact]
    public void A_fixed_disk_is_refused()
    {
        using var disk = VhdDisk.CreateFixed(new MemoryDiskFile(), Any.Creation());
        Assert.Throws<NotSupportedException>(
            () => DiskCompaction.Plan(disk, CompactionMode.Full, null, DiskWork.Unwatched));
    }

    [Fact]
    public void Shadow_copies_are_not_harmed_unless_that_is_allowed()
    {
        using var disk = DiskImage.With(WithShadowCopy(Volume()));
        disk.Write(3 * Block, Any.Bytes(Block, 3));
        var error = Assert.Throws<SnapshotHarmException>(
            () => DiskCompaction.Plan(disk, CompactionMode.Full, null, DiskWork.Unwatched));
        Assert.Equal(1, error.Volume.Partition.Number);
        var options = new CompactionOptions { AllowSnapshots = true };
        var plan = DiskCompaction.Plan(disk, CompactionMode.Full, options, DiskWork.Unwatched);
        Assert.Contains(3, plan.DroppedBlocks());
        Assert.Empty(DiskCompaction.Plan(disk, CompactionMode.Prezeroed, null, DiskWork.Unwatched).DroppedBlocks());
    }

    [Fact]
    public void A_map_shows_every_block_once()
    {
        using var disk = DiskImage.With(Volume().Finish());
        var map = DiskMap.Read(disk, CompactionMode.Full, DiskWork.Unwatched);
        Assert.Equal(0, map.Blocks[0].First);
        Assert.All(map.Blocks.Zip(map.Blocks.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.First));
        Assert.Equal((disk.SizeBytes + Block - 1) / Block, map.Blocks[^1].End);
        var plan = DiskCompaction.Plan(disk, CompactionMode.Full, null, DiskWork.Unwatched);
        Assert.Equal(Text(plan.Blocks), Text(map.Blocks.Where(range => range.Fate != BlockFate.Absent)));
    }

    [Fact]
    public void Cancelling_stops_a_plan()
    {
        using var disk = DiskImage.With(Volume().Finish());
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(
            () => DiskCompaction.Plan(disk, CompactionMode.Full, null, new DiskWork(null, stop.Token)));
    }

    // In use: clusters 0, 100-107, 300-307, 500, 576-639 (half of block 6), 640-767 (block 7), 900-901.
    private static NtfsImage Volume()
    {
        var image = new NtfsImage();
        image.Take(576, 64);
        image.Take(640, 128);
        return image;
    }

    private static byte[] WithShadowCopy(NtfsImage image)
    {
        var mark = new Guid("3808876B-C176-4E48-B7AE-04046E6CC752");
        var catalog = image.Write(40, new byte[16384]).Cluster * image.ClusterBytes;
        image.Take(1, 1);
        var bytes = image.Finish();
        mark.TryWriteBytes(bytes.AsSpan(0x1E00));
        Put64(bytes, 0x1E00 + 48, catalog);
        mark.TryWriteBytes(bytes.AsSpan((int)catalog));
        bytes[catalog + 128] = 2;
        return bytes;
    }

    private static string Text(IEnumerable<BlockRange> ranges) => string.Join(", ", ranges.SelectMany(range
        => Enumerable.Range((int)range.First, (int)range.Count).Select(block => $"{block} {range.Fate}")));
}
