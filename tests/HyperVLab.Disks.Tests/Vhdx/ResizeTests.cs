using HyperVLab.Disks.Vhdx;

namespace HyperVLab.Disks.Tests.Vhdx;

public class ResizeTests
{
    private const long Terabyte = 1024L * 1024 * AnyVhdx.Megabyte;

    [Theory]
    [InlineData(VhdType.Fixed)]
    [InlineData(VhdType.Dynamic)]
    [InlineData(VhdType.Differencing)]
    public void A_disk_that_grows_and_shrinks_agrees_with_a_plain_array(VhdType type) => Seed.Run(8, random =>
    {
        var parent = AnyVhdx.Make(AnyVhdx.Creation(number: 2), disk => disk.Write(0, Any.Bytes(9_000_000, 3)));
        var parents = new KnownParents().With("parent.vhdx", parent);
        var creation = AnyVhdx.Creation(type, block: AnyVhdx.Megabyte << random.Next(2));
        var file = type == VhdType.Differencing ? AnyVhdx.MakeChild(parent, creation) : AnyVhdx.Make(creation);
        var disk = VhdxDisk.Open(file, parents);
        var model = Any.Content(disk);
        for (var step = 0; step < 25; step++)
        {
            if (random.Next(3) == 0)
            {
                var size = VhdxLimits.MinimumSizeBytes + (512 * random.Next(20_000));
                disk.Resize(size);
                Array.Resize(ref model, (int)size);
                Assert.Equal(size, disk.SizeBytes);
            }

            var bytes = Any.Bytes(random.Next(200_000) + 1, step);
            var offset = random.Next(model.Length - bytes.Length);
            disk.Write(offset, bytes);
            bytes.CopyTo(model, offset);
            if (random.Next(5) == 0)
            {
                disk.Dispose();
                disk = VhdxDisk.Open(file, parents);
            }
        }

        Assert.Equal(model, Any.Content(disk));
        disk.Dispose();
        using var again = VhdxDisk.Open(file, parents, readOnly: true);
        Assert.Equal(model, Any.Content(again));
    });

    [Fact]
    public void The_table_moves_when_its_region_is_full()
    {
        var file = AnyVhdx.Make(AnyVhdx.Creation());
        using (var disk = VhdxDisk.Open(file))
        {
            disk.Write(5_000_000, [1, 2, 3]);
            disk.Resize(Terabyte);
            disk.Write(Terabyte - 3, [7, 8, 9]);
        }

        using var again = VhdxDisk.Open(file);
        var bytes = new byte[3];
        again.Read(5_000_000, bytes);
        Assert.Equal([1, 2, 3], bytes);
        again.Read(Terabyte - 3, bytes);
        Assert.Equal([7, 8, 9], bytes);
        Assert.Equal(2, again.AllocatedRanges().Count());
    }

    [Fact]
    public void A_fixed_disk_that_shrinks_gives_the_space_back()
    {
        var file = AnyVhdx.Make(AnyVhdx.Creation(VhdType.Fixed));
        var before = file.Length;
        using var disk = VhdxDisk.Open(file);
        disk.Resize(4 * AnyVhdx.Megabyte);
        Assert.Equal(before - (6 * AnyVhdx.Megabyte), file.Length);
        disk.Resize(AnyVhdx.Size);
        Assert.Equal(before, file.Length);
    }

    [Fact]
    public void What_was_cut_off_does_not_come_back()
    {
        using var disk = VhdxDisk.Open(AnyVhdx.Make(AnyVhdx.Creation()));
        disk.Write(0, Any.Bytes((int)AnyVhdx.Size, 1));
        disk.Resize(VhdxLimits.MinimumSizeBytes + 512);
        disk.Resize(AnyVhdx.Size);
        Assert.DoesNotContain(Any.Content(disk)[(int)(VhdxLimits.MinimumSizeBytes + 512)..], value => value != 0);
    }

    [Fact]
    public void A_power_loss_leaves_a_disk_of_the_old_or_the_new_size() => Seed.Run(12, random =>
    {
        var type = random.Next(2) == 0 ? VhdType.Fixed : VhdType.Dynamic;
        var bytes = AnyVhdx.Make(AnyVhdx.Creation(type), disk => disk.Write(0, Any.Bytes(5_000_000, 1)));
        byte[] old;
        using (var before = VhdxDisk.Open(bytes, readOnly: true))
        {
            old = Any.Content(before);
        }

        var largest = type == VhdType.Fixed ? AnyVhdx.Size + 512 : Terabyte;
        long[] sizes = [4 * AnyVhdx.Megabyte, 20 * AnyVhdx.Megabyte, largest];
        var size = sizes[random.Next(sizes.Length)];
        var file = new TornDiskFile(bytes);
        file.BeforeFlush = () =>
        {
            Check(file.AfterPowerLoss(random), old, size);
            Check(file.AfterKill(random), old, size);
        };
        using var disk = VhdxDisk.Open(file);
        disk.Resize(size);
        Check(file.AfterPowerLoss(random), old, size);
    });

    [Theory]
    [InlineData(0)]
    [InlineData(VhdxLimits.MaximumSizeBytes + 512)]
    [InlineData(AnyVhdx.Size + 1)]
    public void An_impossible_size_is_refused(long size)
    {
        using var disk = VhdxDisk.Open(AnyVhdx.Make(AnyVhdx.Creation()));
        Assert.Throws<ArgumentOutOfRangeException>(() => disk.Resize(size));
    }

    private static void Check(MemoryDiskFile file, byte[] old, long size)
    {
        using var disk = VhdxDisk.Open(file);
        Assert.Contains(disk.SizeBytes, new[] { old.Length, size });
        var content = new byte[Math.Min(old.Length, disk.SizeBytes)];
        disk.Read(0, content);
        Assert.True(old.AsSpan(0, content.Length).SequenceEqual(content));
    }
}
