using HyperVLab.Disks.Operations;
using HyperVLab.Disks.Vhd;

namespace HyperVLab.Disks.Tests.Vhd;

/// <summary>What is found after a kill or a loss of power at every single step of a change in place.</summary>
public sealed class InterruptedChangeTests : IDisposable
{
    private const int Block = VhdLimits.MinimumBlockSizeBytes;
    private const int Size = (9 * Block) + (512 * 77);
    private readonly MemoryDiskFile _file = new();
    private readonly KnownParents _parents = new();

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData(VhdType.Fixed, Size + 512)]
    [InlineData(VhdType.Fixed, Size + (3 * Block))]
    [InlineData(VhdType.Fixed, Size - 512)]
    [InlineData(VhdType.Fixed, Size - (2 * Block))]
    [InlineData(VhdType.Dynamic, Size + 512)]
    [InlineData(VhdType.Dynamic, Size + (3 * Block))]
    [InlineData(VhdType.Dynamic, Size + (1200L * Block))]
    [InlineData(VhdType.Dynamic, Size - 512)]
    [InlineData(VhdType.Dynamic, Size - (3 * Block))]
    [InlineData(VhdType.Differencing, Size + (3 * Block))]
    [InlineData(VhdType.Differencing, Size + (1200L * Block))]
    [InlineData(VhdType.Differencing, Size - (3 * Block))]
    public void A_resize_leaves_the_old_or_the_new_disk(VhdType type, long size)
    {
        var before = Make(type, _file);
        AtEveryStep(_file, disk => disk.Resize(size), disk =>
        {
            Assert.True(disk.SizeBytes == Size || disk.SizeBytes == size, $"It has {disk.SizeBytes} bytes.");
            CheckStart(before, disk);
        });
    }

    [Fact]
    public void A_disk_whose_change_was_cut_short_between_its_footers_can_be_used_and_says_what_it_was()
    {
        Make(VhdType.Dynamic, _file);
        List<string> told = [];
        AtEveryStep(_file, disk => disk.Resize(Size + (3 * Block)), disk => told.AddRange(disk.Warnings));
        Assert.Contains(told, warning => warning.Contains("before a change", StringComparison.Ordinal));

        told.Clear();
        for (var step = 0; ; step++)
        {
            var now = _file.Clone();
            var isDone = Try(new TornDiskFile(now) { KillAfter = step }, disk => disk.Resize(Size + (3 * Block)));
            var defects = DiskCheck.Run(now);
            Assert.All(defects, defect => Assert.Equal(DiskDefectSeverity.Warning, defect.Severity));
            told.AddRange(defects.Where(defect => defect.Structure == "VHD footer").Select(defect => $"{defect}"));
            DiskRepair.Run(now);
            Assert.Empty(DiskCheck.Run(now));
            if (isDone)
            {
                break;
            }
        }

        Assert.Equal(
            [$"VHD footer at offset 0: the copy is the disk's before its last change, when it had {Size} bytes: "
                + "readers that begin with the copy, as qemu, see it so still."],
            told.Distinct());
    }

    [Fact]
    public void A_compaction_loses_no_block()
    {
        var before = Make(VhdType.Dynamic, _file);
        AtEveryStep(
            _file,
            disk => disk.RemoveBlocks([1, 4, 5], DiskWork.Unwatched),
            disk => CheckBlocks(before, disk, [1, 4, 5]));
    }

    [Fact]
    public void A_compaction_interrupted_at_random_points_loses_no_block() => Seed.Run(200, random =>
    {
        var file = new MemoryDiskFile();
        var before = Make(VhdType.Dynamic, file, [.. Enumerable.Range(0, 10).OrderBy(_ => random.Next())]);
        var gone = Enumerable.Range(0, 10).Where(_ => random.Next(2) == 0).Select(block => (long)block).ToArray();
        var torn = new TornDiskFile(file) { KillAfter = random.Next(4 * gone.Length + 4) };
        Try(torn, disk => disk.RemoveBlocks(gone, DiskWork.Unwatched));
        foreach (var found in new[] { torn.AfterKill(random), torn.AfterPowerLoss(random) })
        {
            using var disk = VhdDisk.Open(found, readOnly: random.Next(2) == 0);
            CheckBlocks(before, disk, gone);
        }
    });

    [Fact]
    public void A_change_of_the_parent_leaves_the_old_or_the_new_one()
    {
        var before = Make(VhdType.Differencing, _file);
        var link = new DiskParentLink
        {
            Identifier = Any.Identifier(1), SizeBytes = Size, AbsolutePath = $@"D:\{new string('x', 3000)}\moved.vhd",
            RelativePath = @"..\elsewhere\moved.vhd",
        };
        AtEveryStep(_file, disk => disk.SetParent(link), disk =>
        {
            var reference = disk.ParentReference!;
            Assert.Equal(reference.AbsolutePath![..1], reference.Name == "moved.vhd" ? "D" : "C");
            Assert.Equal(reference.RelativePath, reference.Name == "moved.vhd" ? link.RelativePath : @".\parent.vhd");
            CheckStart(before, disk);
        });
    }

    [Theory]
    [InlineData(VhdType.Fixed)]
    [InlineData(VhdType.Dynamic)]
    public void A_repair_leaves_a_disk_that_opens(VhdType type)
    {
        var before = Make(type, _file);
        foreach (var damage in new Action<MemoryDiskFile>[]
        {
            file => file.SetLength(file.Length - 1),
            file => file.Write(type == VhdType.Fixed ? Size + 511 : 0, [0]),
            file => file.SetLength(file.Length - (type == VhdType.Fixed ? 1 : 512)),
        })
        {
            var file = _file.Clone();
            damage(file);
            for (var step = 0; ; step++)
            {
                var torn = new TornDiskFile(file.Clone()) { KillAfter = step };
                var isDone = Killed(() => DiskRepair.Run(torn)) is null;
                using var disk = VhdDisk.Open(torn.AfterKill(new Random(step)), readOnly: true);
                CheckStart(before, disk);
                if (isDone)
                {
                    Assert.Empty(DiskCheck.Run(torn));
                    break;
                }
            }
        }
    }

    private static IOException? Killed(Action work)
    {
        try
        {
            work();
            return null;
        }
        catch (IOException error)
        {
            return error;
        }
    }

    private static void CheckStart(byte[] before, VhdDisk disk)
    {
        var bytes = new byte[Math.Min(disk.SizeBytes, before.Length)];
        disk.Read(0, bytes);
        Assert.True(bytes.AsSpan().SequenceEqual(before.AsSpan(0, bytes.Length)), "The disk has other bytes.");
        for (var at = (long)before.Length; at < disk.SizeBytes; at += bytes.Length)
        {
            var part = bytes.AsSpan(0, (int)Math.Min(bytes.Length, disk.SizeBytes - at));
            disk.Read(at, part);
            Assert.False(part.ContainsAnyExcept((byte)0), "What was added is not zeros.");
        }
    }

    private static void CheckBlocks(byte[] before, VhdDisk disk, long[] gone)
    {
        var found = Any.Content(disk);
        for (var block = 0; block * Block < Size; block++)
        {
            var range = (block * Block)..Math.Min(Size, (block + 1) * Block);
            var isSame = found.AsSpan(range).SequenceEqual(before.AsSpan(range));
            var isGone = gone.Contains(block) && !found.AsSpan(range).ContainsAnyExcept((byte)0);
            Assert.True(isSame || isGone, $"Block {block} is lost.");
        }
    }

    private byte[] Make(VhdType type, MemoryDiskFile file, int[]? order = null)
    {
        var creation = Any.Creation(Size, 2, Block) with { Type = type };
        if (type == VhdType.Differencing)
        {
            var parentFile = new MemoryDiskFile();
            using var parent = VhdDisk.CreateDynamic(parentFile, Any.Creation(Size + Block));
            parent.Write(0, Any.Bytes((int)parent.SizeBytes, 5));
            parent.Flush();
            _parents.With("parent.vhd", parentFile).With("moved.vhd", parentFile);
            creation = creation with { Parent = Any.LinkTo(parent) };
        }

        using var disk = VhdDisk.Create(file, creation, _parents);
        foreach (var block in order ?? [3, 0, 1, 9, 4, 5, 8])
        {
            var offset = block * Block;
            disk.Write(offset, Any.Bytes(Math.Min(Block - 512, Size - offset), block));
        }

        disk.Flush();
        return Any.Content(disk);
    }

    private void AtEveryStep(MemoryDiskFile start, Action<VhdDisk> change, Action<VhdDisk> check)
    {
        for (var step = 0; ; step++)
        {
            var now = start.Clone();
            var torn = new TornDiskFile(now) { KillAfter = step };
            var isDone = Try(torn, change);
            var random = new Random(step);
            foreach (var found in new[] { now.Clone(), torn.AfterKill(random), torn.AfterPowerLoss(random) })
            {
                using (var disk = VhdDisk.Open(found, _parents, readOnly: true))
                {
                    check(disk);
                }

                if (LeaveOnlyTheCopy(found))
                {
                    using var disk = VhdDisk.Open(found, _parents, readOnly: true);
                    check(disk);
                }
            }

            if (isDone)
            {
                Assert.Empty(DiskCheck.Run(now, _parents));
                Assert.InRange(step, 4, 1000);
                return;
            }
        }
    }

    // Some readers, qemu among them, begin with the copy at offset 0.
    private static bool LeaveOnlyTheCopy(MemoryDiskFile file)
    {
        var footer = new byte[VhdFooter.LengthBytes];
        file.Read(0, footer);
        if (!footer.AsSpan().StartsWith("conectix"u8))
        {
            return false;
        }

        file.Read(file.Length - footer.Length, footer);
        if (footer.AsSpan().StartsWith("conectix"u8))
        {
            file.Write(file.Length - footer.Length, new byte[footer.Length]);
        }

        return true;
    }

    private bool Try(TornDiskFile file, Action<VhdDisk> change)
        => Killed(() => change(VhdDisk.Open(file, _parents))) is null;
}
