using HyperVLab.Disks.Operations;
using HyperVLab.Disks.Raw;
using HyperVLab.Disks.Vhd;

namespace HyperVLab.Disks.Tests.Operations;

public class ConversionTests
{
    [Fact]
    public void A_converted_disk_reads_as_its_source() => Seed.Run(40, random =>
    {
        var content = Conversions.Content(random, Conversions.Size(random));
        using var source = Conversions.Source(random, content, () => new MemoryDiskFile());
        using var target = new MemoryDiskFile();
        var creation = Conversions.Creation(random);
        DiskConversion.Run(source, target, creation, DiskWork.Unwatched);
        Assert.Equal(content, Conversions.Read(target, creation));
    });

    [Fact]
    public void Files_on_disk_written_by_many_threads_are_those_in_memory_byte_for_byte() => Seed.Run(15, random =>
    {
        using var folder = new TemporaryFolder();
        var number = 0;
        var content = Conversions.Content(random, Conversions.Size(random));
        using var source = Conversions.Source(
            random, content, () => FileDiskFile.CreateNew(folder[$"source{number++}"]));
        var creation = Conversions.Creation(random);
        using var memory = new MemoryDiskFile();
        DiskConversion.Run(RawOf(content), memory, creation, DiskWork.Unwatched);
        using var file = FileDiskFile.CreateNew(folder["target"]);
        DiskConversion.Run(source, file, creation, DiskWork.Unwatched);
        Assert.Equal(Any.Content(memory), Any.Content(file));
    });

    [Fact]
    public void Blocks_of_zeros_get_no_place_and_data_is_aligned_whatever_the_source_holds()
    {
        var content = new byte[10 * 1024 * 1024];
        content[(4 * 1024 * 1024) - 1] = 1;
        content[9 * 1024 * 1024] = 1;
        using var sourceFile = new MemoryDiskFile();
        using var source = VhdDisk.CreateFixed(sourceFile, Any.Creation(content.Length));
        source.Write(0, content);
        using var target = new MemoryDiskFile();
        DiskConversion.Run(source, target, Any.Creation(0, 2), DiskWork.Unwatched);
        var information = DiskInformation.Read(target);
        Assert.Equal(2, information.AllocatedBlockCount);
        Assert.Equal(1, information.Alignment);
        Assert.Empty(information.Warnings);
        using var disk = VirtualDisk.Open(target);
        Assert.Equal(
            [new ByteRange(2 * 1024 * 1024, 2 * 1024 * 1024), new ByteRange(8 * 1024 * 1024, 2 * 1024 * 1024)],
            disk.AllocatedRanges());
        Assert.Equal(content, Any.Content(disk));
    }

    [Fact]
    public void A_converted_dynamic_disk_is_written_to_as_any_other()
    {
        var content = Any.Bytes((int)Any.Size, 3);
        content.AsSpan(3_000_000, 4_000_000).Clear();
        using var target = new MemoryDiskFile();
        DiskConversion.Run(RawOf(content), target, Any.Creation(0, 2), DiskWork.Unwatched);
        using (var disk = VirtualDisk.Open(new LentFile(target)))
        {
            disk.Write(5_000_000, content.AsSpan(0, 100_000));
            content.AsSpan(0, 100_000).CopyTo(content.AsSpan(5_000_000));
        }

        using var again = VirtualDisk.Open(target);
        Assert.Equal(content, Any.Content(again));
    }

    [Theory]
    [InlineData(VhdFormat.VHD)]
    [InlineData(VhdFormat.VHDX)]
    public void The_largest_disk_with_a_byte_at_its_end_becomes_one_block(VhdFormat format)
    {
        using var source = RawDisk.Create(new MemoryDiskFile(), VhdLimits.MaximumSizeBytes);
        source.Write(source.SizeBytes - 1, [7]);
        using var target = new MemoryDiskFile();
        DiskConversion.Run(
            source, target, Any.Creation(0, block: 1024 * 1024) with { Format = format }, DiskWork.Unwatched);
        using var disk = VirtualDisk.Open(target);
        Assert.Equal([new ByteRange(source.SizeBytes - (1024 * 1024), 1024 * 1024)], disk.AllocatedRanges());
        var end = new byte[2];
        disk.Read(disk.SizeBytes - 2, end);
        Assert.Equal([0, 7], end);
    }

    [Fact]
    public void A_larger_target_ends_with_zeros_and_a_smaller_one_is_refused()
    {
        var content = Any.Bytes((int)Any.Size, 4);
        using var target = new MemoryDiskFile();
        DiskConversion.Run(RawOf(content), target, Any.Creation(Any.Size * 2, 2), DiskWork.Unwatched);
        using var disk = VirtualDisk.Open(target);
        Assert.Equal([.. content, .. new byte[Any.Size]], Any.Content(disk));
        using var small = new MemoryDiskFile();
        Assert.Throws<ArgumentOutOfRangeException>(() => DiskConversion.Run(
            disk, small, Any.Creation(Any.Size, 3), DiskWork.Unwatched));
        Assert.Throws<ArgumentOutOfRangeException>(() => DiskConversion.Run(
            RawOf(new byte[1024 * 1024]), small, Any.Creation(0, 3), DiskWork.Unwatched));
        Assert.Equal(0, small.Length);
    }

    [Fact]
    public void A_target_that_holds_something_is_refused()
    {
        foreach (var creation in new[]
        {
            Any.Creation(0), Any.Creation(0) with { Type = VhdType.Fixed },
            Any.Creation(0) with { Format = VhdFormat.Raw },
        })
        {
            using var target = MemoryDiskFile.FromBytes([1]);
            Assert.Throws<ArgumentException>(() => DiskConversion.Run(
                RawOf(Any.Bytes((int)Any.Size, 1)), target, creation, DiskWork.Unwatched));
            Assert.Equal([1], Any.Content(target));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_differencing_target_holds_only_what_differs_from_its_parent(bool parentIsInTheChain)
        => Seed.Run(20, random =>
    {
        var content = Conversions.Content(random, Conversions.Size(random));
        var parents = new LentParents();
        using var parentFile = new MemoryDiskFile();
        parents.Add("parent.vhd", parentFile);
        using (var parent = VhdDisk.CreateDynamic(new LentFile(parentFile), Any.Creation(content.Length)))
        {
            parent.Write(0, content);
        }

        using var childFile = new MemoryDiskFile();
        using var parentDisk = VhdDisk.Open(new LentFile(parentFile), readOnly: true);
        VhdDisk.CreateDifferencing(childFile, Any.Creation(0, 2), Any.LinkTo(parentDisk));
        using var child = VhdDisk.Open(childFile, parents);
        Disturb(random, child, content);
        var target = new MemoryDiskFile();
        var creation = Any.Creation(0, 3, 512 * 1024) with
        {
            Type = VhdType.Differencing, Parent = Any.LinkTo(parentDisk),
        };
        DiskConversion.Run(
            parentIsInTheChain ? child : RawOf(content), target, creation, DiskWork.Unwatched, parents);
        using var disk = VhdDisk.Open(target, parents);
        Assert.Equal(content, Any.Content(disk));
        CheckHoldsOnlyDifferences(disk, Any.Content(parentDisk));
    });

    [Fact]
    public void A_differencing_target_hides_a_larger_parent()
    {
        var parents = new LentParents();
        using var parentFile = new MemoryDiskFile();
        using var parent = VhdDisk.CreateDynamic(parentFile, Any.Creation());
        parents.Add("parent.vhd", parentFile);
        parent.Write(0, Any.Bytes((int)Any.Size, 1));
        parent.Flush();
        var content = Any.Bytes(4_000_256, 2);
        var creation = Any.Creation(0, 3) with
        {
            SizeBytes = 6_000_128, Type = VhdType.Differencing, Parent = Any.LinkTo(parent),
        };
        using var target = new MemoryDiskFile();
        DiskConversion.Run(RawOf(content), target, creation, DiskWork.Unwatched, parents);
        using var disk = VhdDisk.Open(target, parents);
        Assert.Equal([.. content, .. new byte[1_999_872]], Any.Content(disk));
    }

    [Fact]
    public void Progress_reaches_the_whole_disk_on_the_calling_thread() => Seed.Run(10, random =>
    {
        using var folder = new TemporaryFolder();
        var content = Conversions.Content(random, Conversions.Size(random));
        var number = 0;
        using var source = Conversions.Source(
            random, content, () => FileDiskFile.CreateNew(folder[$"source{number++}"]));
        using var target = FileDiskFile.CreateNew(folder["target"]);
        var progress = new HeardProgress();
        DiskConversion.Run(source, target, Conversions.Creation(random), new DiskWork(progress));
        Assert.Equal(new DiskProgress(content.Length, content.Length), progress.Heard[^1]);
        Assert.All(progress.Threads, thread => Assert.Equal(Environment.CurrentManagedThreadId, thread));
        Assert.Equal(progress.Heard.OrderBy(heard => heard.DoneBytes), progress.Heard);
    });

    [Fact]
    public void A_cancelled_conversion_stops_and_leaves_the_source_alone() => Seed.Run(10, random =>
    {
        using var folder = new TemporaryFolder();
        var content = Conversions.Content(random, 30_000_128);
        var number = 0;
        using var source = Conversions.Source(
            random, content, () => FileDiskFile.CreateNew(folder[$"source{number++}"]));
        using var target = FileDiskFile.CreateNew(folder["target"]);
        using var stop = new CancellationTokenSource();
        var progress = new HeardProgress { When = heard => heard.DoneBytes > 2_000_000, Do = stop.Cancel };
        Assert.ThrowsAny<OperationCanceledException>(() => DiskConversion.Run(
            source, target, Conversions.Creation(random), new DiskWork(progress, stop.Token)));
        Assert.Equal(content, Any.Content(source));
    });

    [Fact]
    public void A_failure_of_the_storage_is_told_as_it_was()
    {
        using var folder = new TemporaryFolder();
        var content = Any.Bytes(30_000_128, 1);
        File.WriteAllBytes(folder["source"], content);
        using var source = RawDisk.Open(FileDiskFile.Open(folder["source"], readOnly: true));
        using var inner = FileDiskFile.CreateNew(folder["target"]);
        using var target = new FullFile(inner, 12_000_000);
        var error = Assert.Throws<IOException>(() => DiskConversion.Run(
            source, target, Any.Creation(0, 2), DiskWork.Unwatched));
        Assert.Equal("No space left.", error.Message);
    }

    private static RawDisk RawOf(byte[] content) => RawDisk.Open(MemoryDiskFile.FromBytes(content));

    private static void Disturb(Random random, VirtualDisk disk, byte[] content)
    {
        for (var i = 0; i < 10; i++)
        {
            var at = random.Next(content.Length);
            var bytes = Any.Bytes(random.Next(Math.Min(content.Length - at, 300_000)) + 1, i);
            if (random.Next(3) == 0)
            {
                bytes = new byte[bytes.Length];
            }

            disk.Write(at, bytes);
            bytes.CopyTo(content, at);
        }
    }

    private static void CheckHoldsOnlyDifferences(VirtualDisk disk, byte[] parent)
    {
        var content = Any.Content(disk);
        foreach (var extent in disk.Extents(0, disk.SizeBytes).Where(extent => extent.Depth == 0))
        {
            for (var at = (int)extent.Offset; at < extent.End; at += 512)
            {
                Assert.False(content.AsSpan(at, 512).SequenceEqual(parent.AsSpan(at, 512)), $"The sector at {at}.");
            }
        }
    }
}
