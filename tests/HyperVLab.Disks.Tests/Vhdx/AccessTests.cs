using HyperVLab.Disks.Vhdx;

namespace HyperVLab.Disks.Tests.Vhdx;

public class AccessTests
{
    public static IEnumerable<TheoryDataRow<VhdType, int>> Shapes =>
        from type in new[] { VhdType.Fixed, VhdType.Dynamic, VhdType.Differencing }
        from sector in new[] { 512, 4096 }
        select new TheoryDataRow<VhdType, int>(type, sector);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Random_writes_reads_and_zeros_agree_with_a_plain_array(VhdType type, int sector)
        => Seed.Run(6, random =>
        {
            var size = (3 * AnyVhdx.Megabyte) + (sector * random.Next(1, 3000));
            var parents = new KnownParents();
            var file = Make(type, sector, size, random, parents, out var model);
            var disk = VhdxDisk.Open(file, parents);
            for (var step = 0; step < 60; step++)
            {
                Play(disk, model, random);
                if (random.Next(12) == 0)
                {
                    disk.Dispose();
                    disk = VhdxDisk.Open(file, parents);
                }
            }

            Assert.Equal(model, Any.Content(disk));
            CheckExtents(disk, model);
            disk.Dispose();
            using var again = VhdxDisk.Open(file, parents, readOnly: true);
            Assert.Empty(again.Warnings);
            Assert.Equal(model, Any.Content(again));
        });

    [Fact]
    public void A_disk_of_64_TB_is_made_and_used_with_little_memory()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var file = AnyVhdx.Make(AnyVhdx.Creation(size: VhdxLimits.MaximumSizeBytes, block: 0), disk =>
        {
            disk.Write(VhdxLimits.MaximumSizeBytes - 5, [1, 2, 3]);
            disk.Write(VhdxLimits.MaximumSizeBytes / 3, [4]);
        });
        using var again = VhdxDisk.Open(file);
        var bytes = new byte[5];
        again.Read(VhdxLimits.MaximumSizeBytes - 5, bytes);
        Assert.Equal([1, 2, 3, 0, 0], bytes);
        Assert.Equal(2, again.AllocatedRanges().Count());
        Assert.Equal(2, again.Extents(0, again.SizeBytes).Count(extent => !extent.IsZero));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 32 * 1024 * 1024);
    }

    [Fact]
    public void The_smallest_blocks_of_the_largest_disk_have_their_places_in_the_table()
    {
        using var file = new MemoryDiskFile();
        var creation = AnyVhdx.Creation(size: VhdxLimits.MaximumSizeBytes, sector: 4096);
        using var disk = VhdxDisk.Create(file, creation);
        disk.Write(VhdxLimits.MaximumSizeBytes - 1, [7]);
        var whole = disk.AllocatedRanges().Single();
        Assert.Equal(VhdxLimits.MaximumSizeBytes - AnyVhdx.Megabyte, whole.Offset);
    }

    [Fact]
    public void Whole_blocks_of_zeros_give_their_place_back()
    {
        using var file = new MemoryDiskFile();
        using var disk = VhdxDisk.Create(file, AnyVhdx.Creation());
        disk.Write(0, Any.Bytes(4 * AnyVhdx.Megabyte, 1));
        disk.Flush();
        var length = file.Length;
        disk.WriteZeroes(AnyVhdx.Megabyte, 2 * AnyVhdx.Megabyte);
        disk.Flush();
        Assert.Equal(2, disk.AllocatedRanges().Count());
        disk.Write(6 * AnyVhdx.Megabyte, [9]);
        disk.Write(7 * AnyVhdx.Megabyte, [9]);
        Assert.Equal(length, file.Length);
        Assert.Equal(9, Any.Content(disk).Skip(6 * AnyVhdx.Megabyte).First());
        Assert.DoesNotContain(Any.Content(disk)[(6 * AnyVhdx.Megabyte + 1)..(7 * AnyVhdx.Megabyte)], b => b != 0);
    }

    [Fact]
    public void The_same_calls_make_the_same_file_byte_for_byte()
    {
        byte[] Content() => Any.Content(AnyVhdx.Make(AnyVhdx.Creation(number: 3), disk =>
        {
            disk.Write(5, Any.Bytes(3_000_000, 1));
            disk.Flush();
            disk.WriteZeroes(0, AnyVhdx.Megabyte);
        }));
        Assert.Equal(Content(), Content());
    }

    private static MemoryDiskFile Make(
        VhdType type, int sector, long size, Random random, KnownParents parents, out byte[] model)
    {
        var block = AnyVhdx.Megabyte << random.Next(2);
        model = new byte[size];
        if (type != VhdType.Differencing)
        {
            return AnyVhdx.Make(AnyVhdx.Creation(type, size, block: block, sector: sector));
        }

        var below = Any.Bytes(2_500_000, random.Next());
        below.CopyTo(model, 0);
        var parentSize = 3 * AnyVhdx.Megabyte;
        var parent = AnyVhdx.Make(
            AnyVhdx.Creation(size: parentSize, number: 2, sector: sector), disk => disk.Write(0, below));
        parents.With("parent.vhdx", parent);
        return AnyVhdx.MakeChild(parent, AnyVhdx.Creation(size: size, block: block, sector: sector));
    }

    private static void Play(VhdxDisk disk, byte[] model, Random random)
    {
        var offset = random.Next(model.Length);
        var most = random.Next(4) == 0 ? 3_000_000 : 100_000;
        var bytes = new byte[random.Next(Math.Min(most, model.Length - offset)) + 1];
        switch (random.Next(6))
        {
            case 0:
                model.AsSpan(offset, bytes.Length).Clear();
                disk.WriteZeroes(offset, bytes.Length);
                break;
            case 1:
                disk.Read(offset, bytes);
                Assert.True(model.AsSpan(offset, bytes.Length).SequenceEqual(bytes));
                break;
            case 2:
                disk.Flush();
                break;
            default:
                random.NextBytes(bytes);
                bytes.CopyTo(model, offset);
                disk.Write(offset, bytes);
                break;
        }
    }

    // The extents say where every byte of the disk stands, whichever file of the chain holds it.
    private static void CheckExtents(VhdxDisk disk, byte[] model)
    {
        var end = 0L;
        foreach (var extent in disk.Extents(0, disk.SizeBytes))
        {
            Assert.Equal(end, extent.Offset);
            var bytes = new byte[extent.Length];
            extent.File?.Read(extent.FileOffset, bytes);
            Assert.True(model.AsSpan((int)extent.Offset, bytes.Length).SequenceEqual(bytes));
            Assert.InRange(extent.Depth, -1, 1);
            end = extent.End;
        }

        Assert.Equal(disk.SizeBytes, end);
    }
}
