using HyperVLab.Disks.Operations;
using HyperVLab.Disks.Vhdx;

namespace HyperVLab.Disks.Tests.Vhdx;

public class CompactionTests
{
    [Theory]
    [InlineData(VhdType.Dynamic)]
    [InlineData(VhdType.Differencing)]
    public void Removed_blocks_free_their_space_and_all_others_stay(VhdType type) => Seed.Run(8, random =>
    {
        var (file, parents, below) = Make(type, random);
        var disk = VhdxDisk.Open(file, parents);
        var model = Any.Content(disk);
        var blocks = Choose(disk, random);
        Forget(model, below, blocks, disk.BlockSizeBytes);
        disk.RemoveBlocks(blocks, DiskWork.Unwatched);
        Assert.Equal(model, Any.Content(disk));
        var left = disk.AllocatedRanges().Sum(range => (range.Length + disk.BlockSizeBytes - 1) / disk.BlockSizeBytes);
        var bitmaps = type == VhdType.Differencing && left > 0 ? 1 : 0;
        Assert.InRange(file.Length, 0, (left * disk.BlockSizeBytes) + ((4 + bitmaps) * AnyVhdx.Megabyte));
        disk.Write(0, [1]);
        model[0] = 1;
        disk.Dispose();
        using var again = VhdxDisk.Open(file, parents);
        Assert.Equal(model, Any.Content(again));
    });

    [Theory]
    [InlineData(VhdType.Dynamic)]
    [InlineData(VhdType.Differencing)]
    public void A_power_loss_loses_no_block_that_was_to_stay(VhdType type) => Seed.Run(8, random =>
    {
        var (bytes, parents, below) = Make(type, random);
        var file = new TornDiskFile(bytes);
        using var disk = VhdxDisk.Open(file, parents);
        var before = Any.Content(disk);
        var blocks = Choose(disk, random);
        var after = (byte[])before.Clone();
        Forget(after, below, blocks, disk.BlockSizeBytes);
        file.BeforeFlush = () =>
        {
            Check(file.AfterPowerLoss(random));
            Check(file.AfterKill(random));
        };
        disk.RemoveBlocks(blocks, DiskWork.Unwatched);
        Check(file.AfterPowerLoss(random));

        void Check(MemoryDiskFile found)
        {
            using var opened = VhdxDisk.Open(found, parents);
            var content = Any.Content(opened);
            for (var block = 0; block * (long)disk.BlockSizeBytes < content.Length; block++)
            {
                var start = block * disk.BlockSizeBytes;
                var length = Math.Min(disk.BlockSizeBytes, content.Length - start);
                var part = content.AsSpan(start, length);
                Assert.True(part.SequenceEqual(before.AsSpan(start, length))
                    || part.SequenceEqual(after.AsSpan(start, length)));
            }
        }
    });

    [Fact]
    public void A_compaction_that_is_stopped_leaves_a_good_disk()
    {
        var file = AnyVhdx.Make(AnyVhdx.Creation(), disk => disk.Write(0, Any.Bytes((int)AnyVhdx.Size, 1)));
        using var stop = new CancellationTokenSource();
        var progress = new Stopper(stop);
        using (var disk = VhdxDisk.Open(file))
        {
            Assert.Throws<OperationCanceledException>(
                () => disk.RemoveBlocks([0, 1, 2], new DiskWork(progress, stop.Token)));
        }

        using var again = VhdxDisk.Open(file);
        var expected = Any.Bytes((int)AnyVhdx.Size, 1)[(3 * AnyVhdx.Megabyte)..];
        Assert.Equal(expected, Any.Content(again)[(3 * AnyVhdx.Megabyte)..]);
    }

    [Fact]
    public void A_fixed_disk_is_refused()
    {
        using var disk = VhdxDisk.Open(AnyVhdx.Make(AnyVhdx.Creation(VhdType.Fixed)));
        Assert.Throws<NotSupportedException>(() => disk.RemoveBlocks([0], DiskWork.Unwatched));
    }

    private static (MemoryDiskFile File, KnownParents Parents, byte[] Below) Make(VhdType type, Random random)
    {
        var below = new byte[AnyVhdx.Size];
        var parents = new KnownParents();
        var block = AnyVhdx.Megabyte << random.Next(2);
        MemoryDiskFile file;
        if (type == VhdType.Dynamic)
        {
            file = AnyVhdx.Make(AnyVhdx.Creation(block: block));
        }
        else
        {
            below = Any.Bytes((int)AnyVhdx.Size, 5);
            var parent = AnyVhdx.Make(AnyVhdx.Creation(number: 2), disk => disk.Write(0, below));
            parents.With("parent.vhdx", parent);
            file = AnyVhdx.MakeChild(parent, AnyVhdx.Creation(size: 0, block: block));
        }

        using var opened = VhdxDisk.Open(file, parents);
        for (var i = 0; i < 12; i++)
        {
            opened.Write(random.Next(9_000_000), Any.Bytes(random.Next(600_000) + 1, i));
        }

        return (file, parents, below);
    }

    private static List<long> Choose(VhdxDisk disk, Random random)
        => [.. Enumerable.Range(0, (int)(disk.SizeBytes / disk.BlockSizeBytes)).Where(_ => random.Next(2) == 0)
            .Select(block => (long)block)];

    private static void Forget(byte[] model, byte[] below, List<long> blocks, int blockSize)
    {
        foreach (var block in blocks)
        {
            var start = (int)block * blockSize;
            below.AsSpan(start, blockSize).CopyTo(model.AsSpan(start));
        }
    }

    private sealed class Stopper(CancellationTokenSource stop) : IProgress<DiskProgress>
    {
        public void Report(DiskProgress value)
        {
            if (value.DoneBytes > 0)
            {
                stop.Cancel();
            }
        }
    }
}
