using HyperVLab.Disks.Operations;

namespace HyperVLab.Disks.Tests.Operations;

public class MergeTests
{
    [Fact]
    public void A_disk_merged_into_any_below_shows_there_and_the_chain_reads_the_same() => Seed.Run(40, random =>
    {
        var chain = MergeChain.Make(random, random.Next(2, 5));
        var child = random.Next(1, chain.Count);
        var destination = random.Next(child);
        chain.Merge(child, destination, chain.FileOf(destination), DiskWork.Unwatched);
        using (var merged = chain.Open(destination))
        {
            Assert.Equal(chain.ContentOf(child), Any.Content(merged));
        }

        for (var above = child; above < chain.Count; above++)
        {
            using var disk = chain.Open(above);
            Assert.Equal(chain.ContentOf(above), Any.Content(disk));
        }
    });

    [Fact]
    public void A_destination_grows_to_the_size_of_a_larger_child() => Seed.Run(40, random =>
    {
        var chain = MergeChain.Make(random, 3, grows: true);
        var destination = random.Next(2);
        var file = new RecordedFile(chain.FileOf(destination));
        chain.Merge(2, destination, file, DiskWork.Unwatched);
        using var merged = chain.Open(destination);
        Assert.Equal(chain.ContentOf(2), Any.Content(merged));
        foreach (var bytes in file.Moments().Where((_, moment) => moment % 5 == 0))
        {
            using var disk = chain.Open(2, destination, bytes);
            Assert.Equal(chain.ContentOf(2), Any.Content(disk));
        }
    });

    [Fact]
    public void A_kill_at_any_moment_of_a_merge_leaves_the_chain_reading_the_same() => Seed.Run(8, random =>
    {
        var chain = MergeChain.Make(random, 3);
        var destination = random.Next(2);
        var file = new RecordedFile(chain.FileOf(destination));
        chain.Merge(2, destination, file, DiskWork.Unwatched);
        foreach (var bytes in file.Moments())
        {
            using var disk = chain.Open(2, destination, bytes);
            Assert.Equal(chain.ContentOf(2), Any.Content(disk));
        }
    });

    [Fact]
    public void A_loss_of_power_in_a_merge_leaves_the_chain_reading_the_same() => Seed.Run(20, random =>
    {
        var chain = MergeChain.Make(random, 3);
        var destination = random.Next(2);
        var file = new TornDiskFile(chain.FileOf(destination));
        file.BeforeFlush = () =>
        {
            using var disk = chain.Open(2, destination, file.AfterPowerLoss(random));
            Assert.Equal(chain.ContentOf(2), Any.Content(disk));
        };
        chain.Merge(2, destination, file, DiskWork.Unwatched);
        using var merged = VirtualDisk.Open(file.AfterPowerLoss(random), ParentsBelow(chain, destination));
        Assert.Equal(chain.ContentOf(2), Any.Content(merged));
    });

    [Fact]
    public void A_cancelled_merge_leaves_the_chain_reading_the_same_and_can_be_run_again() => Seed.Run(20, random =>
    {
        var chain = MergeChain.Make(random, 3);
        var destination = random.Next(2);
        var limit = random.Next(chain.ContentOf(2).Length);
        using var stop = new CancellationTokenSource();
        var progress = new HeardProgress { When = heard => heard.DoneBytes >= limit, Do = stop.Cancel };
        Assert.ThrowsAny<OperationCanceledException>(() => chain.Merge(
            2, destination, chain.FileOf(destination), new DiskWork(progress, stop.Token)));
        using (var disk = chain.Open(2))
        {
            Assert.Equal(chain.ContentOf(2), Any.Content(disk));
        }

        chain.Merge(2, destination, chain.FileOf(destination), DiskWork.Unwatched);
        using var merged = chain.Open(destination);
        Assert.Equal(chain.ContentOf(2), Any.Content(merged));
    });

    [Fact]
    public void Progress_of_a_merge_reaches_the_whole_disk()
    {
        var random = new Random(Seed.Value);
        var chain = MergeChain.Make(random, 2);
        var progress = new HeardProgress();
        chain.Merge(1, 0, chain.FileOf(0), new DiskWork(progress));
        var size = chain.ContentOf(1).Length;
        Assert.Equal(new DiskProgress(size, size), progress.Heard[^1]);
    }

    [Fact]
    public void Another_disk_than_the_one_at_the_depth_is_refused()
    {
        var random = new Random(Seed.Value);
        var chain = MergeChain.Make(random, 3);
        using var child = chain.Open(2);
        using var middle = VirtualDisk.Open(new LentFile(chain.FileOf(1)), ParentsBelow(chain, 1));
        using var readOnly = chain.Open(1);
        Assert.Throws<ArgumentException>(() => DiskMerge.Run(child, 2, middle, DiskWork.Unwatched));
        Assert.Throws<ArgumentException>(() => DiskMerge.Run(child, 3, middle, DiskWork.Unwatched));
        Assert.Throws<ArgumentOutOfRangeException>(() => DiskMerge.Run(child, 0, middle, DiskWork.Unwatched));
        Assert.Throws<NotSupportedException>(() => DiskMerge.Run(child, 1, readOnly, DiskWork.Unwatched));
    }

    private static LentParents ParentsBelow(MergeChain chain, int destination)
    {
        var parents = new LentParents();
        for (var i = 0; i < destination; i++)
        {
            parents.Add($"{i}.vhd", chain.FileOf(i));
        }

        return parents;
    }
}
