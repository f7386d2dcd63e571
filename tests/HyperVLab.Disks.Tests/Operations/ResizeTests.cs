using HyperVLab.Disks.Operations;
using HyperVLab.Disks.Partitions;
using HyperVLab.Disks.Tests.Odd;
using HyperVLab.Disks.Tests.Partitions;
using HyperVLab.Disks.Vhd;

namespace HyperVLab.Disks.Tests.Operations;

public class ResizeTests
{
    private const int Megabyte = 1024 * 1024;
    private static readonly DiskResizeOptions _shrink = new() { AllowVhdShrink = true };

    [Fact]
    public void A_disk_shrinks_to_the_end_of_its_last_partition_and_no_further()
    {
        using var disk = TableBuilder.EmptyDisk(20 * Megabyte);
        disk.Write(0, TableBuilder.Record((7, 2048, 4096), (7, 8192, 2048)));
        var refusal = Assert.Throws<DiskResizeException>(() => Resize(disk, (5 * Megabyte) - 512, _shrink));
        Assert.Equal(5 * Megabyte, refusal.SmallestSizeBytes);
        Assert.Contains("5242880", refusal.Message, StringComparison.Ordinal);
        Resize(disk, 0, _shrink with { ToMinimumSize = true });
        Assert.Equal(5 * Megabyte, disk.SizeBytes);
    }

    [Fact]
    public void A_VHD_shrinks_only_when_that_is_asked_for_but_grows_always()
    {
        using var disk = TableBuilder.EmptyDisk(20 * Megabyte);
        var refusal = Assert.Throws<NotSupportedException>(() => Resize(disk, 10 * Megabyte, null));
        Assert.Contains("VHDX", refusal.Message, StringComparison.Ordinal);
        Resize(disk, 30 * Megabyte, null);
        Assert.Equal(30 * Megabyte, disk.SizeBytes);
        Resize(disk, 10 * Megabyte, _shrink);
        Assert.Equal(10 * Megabyte, disk.SizeBytes);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(60)]
    public void The_copy_of_a_GPT_moves_to_the_new_end(int megabytes)
    {
        using var disk = TableBuilder.EmptyDisk(20 * Megabyte);
        TableBuilder.WriteGpt(disk, ("one", 2048, 20479));
        Resize(disk, megabytes * Megabyte, _shrink);
        var table = PartitionTable.Read(disk)!;
        Assert.Empty(table.Warnings);
        var mark = new byte[8];
        disk.Read((megabytes * Megabyte) - 512, mark);
        Assert.Equal("EFI PART"u8.ToArray(), mark);
        disk.Write(512, new byte[512]);
        Assert.Single(PartitionTable.Read(disk)!.Partitions);
    }

    [Fact]
    public void The_smallest_size_with_a_GPT_has_room_for_the_copy()
    {
        using var disk = TableBuilder.EmptyDisk(20 * Megabyte);
        TableBuilder.WriteGpt(disk, ("one", 2048, 20479));
        var smallest = (20480 + TableBuilder.EntriesSectors + 1) * 512;
        Assert.Equal(smallest, DiskResize.SmallestSizeBytes(disk));
        Resize(disk, smallest, _shrink);
        Assert.Empty(PartitionTable.Read(disk)!.Warnings);
        Assert.Throws<DiskResizeException>(() => Resize(disk, smallest - 512, _shrink));
    }

    [Fact]
    public void Without_partitions_nothing_but_zeros_is_cut_off()
    {
        using var disk = TableBuilder.EmptyDisk(20 * Megabyte);
        Assert.Equal(VhdLimits.MinimumSizeBytes, DiskResize.SmallestSizeBytes(disk));
        disk.Write(7 * Megabyte, [1, 2, 3, 0, 0]);
        disk.Write(15 * Megabyte, new byte[4096]);
        Assert.Equal((7 * Megabyte) + 512, DiskResize.SmallestSizeBytes(disk));
        Assert.Throws<DiskResizeException>(() => Resize(disk, 7 * Megabyte, _shrink));
    }

    [Fact]
    public void A_damaged_GPT_keeps_a_disk_from_shrinking_but_not_from_growing()
    {
        using var disk = TableBuilder.EmptyDisk(20 * Megabyte);
        TableBuilder.WriteGpt(disk, ("one", 2048, 4095));
        disk.Write(512, new byte[512]);
        disk.Write((20 * Megabyte) - 512, new byte[512]);
        Assert.Throws<DiskFormatException>(() => Resize(disk, 10 * Megabyte, _shrink));
        Resize(disk, 30 * Megabyte, null);
        Assert.Equal(30 * Megabyte, disk.SizeBytes);
    }

    [Fact]
    public void The_disk_of_a_saved_machine_keeps_its_size_and_its_blocks()
    {
        var bytes = OddDisk.Named("a saved machine").Bytes;
        using var file = MemoryDiskFile.FromBytes(bytes);
        using var disk = VhdDisk.Open(file);
        foreach (var change in new Action[]
        {
            () => Resize(disk, 20 * Megabyte, null), () => Resize(disk, 9 * Megabyte, _shrink),
            () => disk.RemoveBlocks([0], DiskWork.Unwatched),
        })
        {
            Assert.Contains("saved", Assert.Throws<NotSupportedException>(change).Message, StringComparison.Ordinal);
        }

        Assert.Equal(bytes, Any.Content(file));
    }

    [Fact]
    public void A_read_only_disk_and_a_size_out_of_limits_are_refused()
    {
        using var file = new MemoryDiskFile();
        using (var disk = VhdDisk.CreateFixed(new LentFile(file), Any.Creation()))
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => Resize(disk, VhdLimits.MaximumSizeBytes + 512, null));
            Assert.Throws<ArgumentOutOfRangeException>(() => Resize(disk, Any.Size + 1, null));
            Assert.Throws<ArgumentOutOfRangeException>(() => Resize(disk, Megabyte, _shrink));
        }

        using var readOnly = VhdDisk.Open(file, readOnly: true);
        Assert.Throws<NotSupportedException>(() => Resize(readOnly, 20 * Megabyte, null));
        Assert.Throws<NotSupportedException>(() => Resize(readOnly, 5 * Megabyte, _shrink));
    }

    [Fact]
    public void Work_that_is_to_stop_does_not_begin()
    {
        using var disk = TableBuilder.EmptyDisk(20 * Megabyte);
        var work = new DiskWork(cancellation: new CancellationToken(canceled: true));
        Assert.Throws<OperationCanceledException>(() => DiskResize.Run(disk, 30 * Megabyte, null, work));
        Assert.Equal(20 * Megabyte, disk.SizeBytes);
    }

    [Fact]
    public void Once_resized_a_disk_of_an_old_creator_has_one_size_for_every_reader()
    {
        var qemu = Tools.Need("qemu-img");
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["x.vhd"], OddDisk.Named("creator qemu").Bytes);
        Assert.DoesNotContain($": {Any.Size},", Sizes(), StringComparison.Ordinal);
        using (var disk = VhdDisk.Open(FileDiskFile.Open(folder["x.vhd"], readOnly: false)))
        {
            Resize(disk, Any.Size + 512, null);
        }

        Assert.Contains($"\"virtual-size\": {Any.Size + 512},", Sizes(), StringComparison.Ordinal);

        string Sizes() => System.Text.Encoding.UTF8.GetString(
            Tools.Run(qemu, "info", "-f", "vpc", "--output=json", folder["x.vhd"]).Output);
    }

    private static void Resize(VirtualDisk disk, long sizeBytes, DiskResizeOptions? options)
        => DiskResize.Run(disk, sizeBytes, options, DiskWork.Unwatched);
}
