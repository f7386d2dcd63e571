using HyperVLab.Disks.FileSystems;
using HyperVLab.Disks.FileSystems.Ntfs;
using HyperVLab.Disks.Operations;
using HyperVLab.Disks.Tests.FileSystems;
using HyperVLab.Disks.Tests.Partitions;
using HyperVLab.Disks.Vhd;
using static HyperVLab.Disks.Tests.FileSystems.NtfsRecordBuilder;

namespace HyperVLab.Disks.Tests.Operations;

/// <summary>Whole compactions: what no volume uses may change, everything else must not.</summary>
public class CompactionRunTests
{
    private const int Block = 512 * 1024;
    private const long Size = 7L * 1024 * 1024;

    [Theory]
    [InlineData(VhdFormat.VHD, 0)]
    [InlineData(VhdFormat.VHDX, 1024 * 1024)]
    public void Only_what_no_volume_uses_changes(VhdFormat format, int block) => Seed.Run(10, random =>
    {
        var (volume, files) = Volume(random);
        var creation = Any.Creation(Size, block: format == VhdFormat.VHD ? Block : block) with { Format = format };
        using var file = new MemoryDiskFile();
        using (var disk = VirtualDisk.Create(file, creation))
        {
            Fill(disk, volume, random);
            var before = Any.Content(disk);
            var free = FreeSpaceMap.Read(disk, DiskWork.Unwatched).FreeRanges(DiskWork.Unwatched).ToList();
            var mode = Enum.GetValues<CompactionMode>()[random.Next(5)];
            var plan = DiskCompaction.Plan(disk, mode, null, DiskWork.Unwatched);
            var allocated = plan.AllocatedBlockCount;
            DiskCompaction.Run(disk, plan, DiskWork.Unwatched);
            CheckUsed(before, disk, free);
            CheckFiles(disk, files);
            var left = DiskCompaction.Plan(disk, mode, null, DiskWork.Unwatched);
            Assert.Equal(allocated - plan.DroppedBlockCount, left.AllocatedBlockCount);
            Assert.Equal(0, left.DroppedBlockCount);
        }
    });

    [Fact]
    public void A_child_never_shows_what_its_parent_has_where_a_volume_looks() => Seed.Run(30, random =>
    {
        var (volume, files) = Volume(random);
        var file = new MemoryDiskFile();
        using (var parent = VirtualDisk.Create(file, Any.Creation(Size, block: Block)))
        {
            parent.Write(0, Any.Bytes((int)Size, random.Next()));
        }

        using var opened = VirtualDisk.Open(file, readOnly: true);
        var creation = Any.Creation(0, 2, Block) with { Type = VhdType.Differencing, Parent = Any.LinkTo(opened) };
        using var child = VirtualDisk.Create(
            new MemoryDiskFile(), creation, new KnownParents().With("parent.vhd", file));
        child.Write(0, new byte[Size]);
        Fill(child, volume, random);
        var before = Any.Content(child);
        var free = FreeSpaceMap.Read(child, DiskWork.Unwatched).FreeRanges(DiskWork.Unwatched).ToList();
        var plan = DiskCompaction.Plan(child, CompactionMode.Full, null, DiskWork.Unwatched);
        Assert.Contains(plan.Blocks, range => range.Fate == BlockFate.Free);
        DiskCompaction.Run(child, plan, DiskWork.Unwatched);
        CheckUsed(before, child, free);
        CheckFiles(child, files);
    });

    [Fact]
    public void A_compaction_killed_at_200_random_points_loses_no_block_and_no_file()
    {
        var first = new Random(Seed.Value);
        var (volume, files) = Volume(first);
        var file = new MemoryDiskFile();
        byte[] before;
        List<ByteRange> free;
        int steps;
        using (var disk = VirtualDisk.Create(file, Any.Creation(Size, block: Block)))
        {
            Fill(disk, volume, first);
            disk.Flush();
            before = Any.Content(disk);
            free = FreeSpaceMap.Read(disk, DiskWork.Unwatched).FreeRanges(DiskWork.Unwatched).ToList();
            var whole = new TornDiskFile(file.Clone());
            Compact(whole);
            steps = whole.Steps;
        }

        Seed.Run(200, random =>
        {
            var torn = new TornDiskFile(file.Clone()) { KillAfter = random.Next(steps + 1) };
            try
            {
                Compact(torn);
            }
            catch (IOException)
            {
            }

            foreach (var found in new[] { torn.AfterKill(random), torn.AfterPowerLoss(random) })
            {
                using var disk = VirtualDisk.Open(found, readOnly: true);
                CheckUsed(before, disk, free);
                CheckFiles(disk, files);
            }
        });
    }

    [Fact]
    public void A_plan_of_another_disk_is_refused()
    {
        using var disk = VhdDisk.CreateDynamic(new MemoryDiskFile(), Any.Creation());
        using var other = VhdDisk.CreateDynamic(new MemoryDiskFile(), Any.Creation(number: 2));
        var plan = DiskCompaction.Plan(disk, CompactionMode.Full, null, DiskWork.Unwatched);
        Assert.Throws<ArgumentException>(() => DiskCompaction.Run(other, plan, DiskWork.Unwatched));
    }

    private static void Compact(IDiskFile file)
    {
        // Killed as it is, the disk must not be closed in order.
        var disk = VirtualDisk.Open(file);
        var plan = DiskCompaction.Plan(disk, CompactionMode.Full, null, DiskWork.Unwatched);
        Assert.True(plan.DroppedBlockCount >= 2);
        DiskCompaction.Run(disk, plan, DiskWork.Unwatched);
        disk.Flush();
    }

    // Files of one or two pieces in random places, of which two blocks never have one.
    private static (byte[] Volume, Dictionary<string, byte[]> Files) Volume(Random random)
    {
        var image = new NtfsImage();
        var files = new Dictionary<string, byte[]>();
        int[] places = [10, 40, 70, 150, 260, 320, 350, 384, 420, 460, 600, 910, 940, 970];
        random.Shuffle(places);
        for (var i = 0; i < 4; i++)
        {
            var content = Any.Bytes(random.Next(1, 20 * 4096), random.Next());
            var half = content.Length > 8192 ? 8192 : content.Length;
            var head = image.Write(places[2 * i], content[..half]);
            (long, long)[] runs = half == content.Length ? [head]
                : [head, image.Write(places[(2 * i) + 1], content[half..])];
            image.AddFile($"file{i}", Elsewhere(0x80, runs, content.Length));
            files.Add($"file{i}", content);
        }

        return (image.Finish(), files);
    }

    // The volume in its partition, and in what it does not use the rests of other files.
    private static void Fill(VirtualDisk disk, byte[] volume, Random random)
    {
        disk.Write(0, TableBuilder.Record((0x07, 2048, (uint)(volume.Length / 512))));
        disk.Write(DiskImage.VolumeOffset, volume);
        foreach (var free in FreeSpaceMap.Read(disk, DiskWork.Unwatched).FreeRanges(DiskWork.Unwatched).ToList())
        {
            disk.Write(free.Offset, Any.Bytes((int)free.Length, random.Next()));
        }
    }

    private static void CheckUsed(byte[] before, VirtualDisk disk, List<ByteRange> free)
    {
        var after = Any.Content(disk);
        var at = 0;
        foreach (var range in free.Append(new ByteRange(before.Length, 0)))
        {
            var used = at..(int)range.Offset;
            Assert.True(before.AsSpan(used).SequenceEqual(after.AsSpan(used)), $"Used bytes in {used} have changed.");
            at = (int)range.End;
        }
    }

    private static void CheckFiles(VirtualDisk disk, Dictionary<string, byte[]> files)
    {
        var volume = NtfsVolume.Open(disk, DiskImage.VolumeOffset, disk.SizeBytes - DiskImage.VolumeOffset);
        foreach (var (name, content) in files)
        {
            using var stream = volume.OpenRead(name);
            var found = new byte[stream.Length];
            stream.ReadExactly(found);
            Assert.Equal(content, found);
        }
    }
}
