using HyperVLab.Disks.Operations;
using HyperVLab.Disks.Vhdx;

namespace HyperVLab.Disks.Tests.Vhdx;

public class FuzzTests
{
    private const long MostBytesAllocated = 64 * 1024 * 1024;

    private static readonly MemoryDiskFile _parent = AnyVhdx.Make(
        AnyVhdx.Creation(size: VhdxLimits.MinimumSizeBytes), disk => disk.Write(700_000, Any.Bytes(5000, 1)));

    private static readonly MemoryDiskFile[] _images =
    [
        _parent,
        MakeChild(),
        AnyVhdx.Make(AnyVhdx.Creation(VhdType.Fixed, VhdxLimits.MinimumSizeBytes), disk => disk.Write(5, [1, 2, 3])),
        MakeDirty(),
    ];

    [Fact]
    public void Damaged_files_are_refused_or_read_but_never_crash_or_hang() => Seed.Run(1500, random =>
    {
        var file = _images[random.Next(_images.Length)].Clone();
        Damage(file, random);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Use(file, random);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytesAllocated);
    });

    [Fact]
    public void A_file_cut_anywhere_is_refused_or_reads_as_before() => Seed.Run(200, random =>
    {
        var image = _images[random.Next(_images.Length)];
        var file = image.Clone();
        file.SetLength(random.Next(2) == 0 ? random.Next(0x50000) : random.NextInt64(file.Length));
        var parents = new KnownParents().With("parent.vhdx", _parent);
        try
        {
            using var cut = VhdxDisk.Open(file, parents);
            using var whole = VhdxDisk.Open(image, parents, readOnly: true);
            Assert.Equal(Any.Content(whole), Any.Content(cut));
        }
        catch (DiskFormatException)
        {
        }
    });

    private static void Use(MemoryDiskFile file, Random random)
    {
        var parents = new KnownParents().With("parent.vhdx", _parent);
        var defects = DiskCheck.Run(file, parents);
        try
        {
            using var through = VhdxDisk.Open(file, parents, readOnly: true);
            var buffer = new byte[256 * 1024];
            for (var i = 0; i < 4; i++)
            {
                var part = buffer.AsSpan(0, (int)Math.Min(buffer.Length, through.SizeBytes));
                through.Read(random.NextInt64(through.SizeBytes - part.Length + 1), part);
            }

            Assert.DoesNotContain(defects, defect => defect.Severity == DiskDefectSeverity.Error);
            DiskInformation.Read(file);
            var place = random.NextInt64(through.SizeBytes);
            using (var disk = VhdxDisk.Open(file, parents))
            {
                Assert.True(disk.AllocatedRanges().All(range => range.End <= disk.SizeBytes));
                Change(disk, place, random);
            }

            using var again = VhdxDisk.Open(file, parents, readOnly: true);
            again.Read(place, buffer.AsSpan(0, 1));
            Assert.Equal(0x5A, buffer[0]);
        }
        catch (DiskFormatException error)
        {
            // Without a log the disk is only read, which is no more than a warning.
            var isKnown = defects.Any(defect => defect.Severity != DiskDefectSeverity.Warning
                || error.Message.Contains(defect.Problem, StringComparison.Ordinal));
            Assert.True(isKnown, error.Message);
        }
    }

    private static void Change(VhdxDisk disk, long place, Random random)
    {
        if (random.Next(3) == 0 && disk.Type != VhdType.Fixed)
        {
            disk.RemoveBlocks([place / disk.BlockSizeBytes], DiskWork.Unwatched);
        }

        disk.Write(place, [0x5A]);
    }

    // Most damage is in the structures, and most of it has good checksums, as an attacker's would.
    private static void Damage(MemoryDiskFile file, Random random)
    {
        for (var i = random.Next(4); i >= 0; i--)
        {
            var offset = random.Next(9) switch
            {
                0 => ForgedVhdx.FirstHeader + random.Next(80),
                1 => ForgedVhdx.SecondHeader + random.Next(80),
                2 => ForgedVhdx.FirstRegions + random.Next(80),
                3 => ForgedVhdx.Metadata + random.Next(224),
                4 => ForgedVhdx.Items + random.Next(300),
                5 => ForgedVhdx.Table + random.Next(32),
                6 => ForgedVhdx.Table + (4096 * 8) + random.Next(8),
                7 => ForgedVhdx.Log + random.Next(300),
                _ => random.NextInt64(file.Length),
            };
            var bytes = new byte[1 << random.Next(4)];
            random.NextBytes(bytes);
            if (random.Next(3) == 0)
            {
                bytes.AsSpan().Fill(random.Next(2) == 0 ? (byte)0 : (byte)0xFF);
            }

            file.Write(offset, bytes);
        }

        if (random.Next(4) > 0)
        {
            var forged = new ForgedVhdx(file).Seal();
            forged.Seal(ForgedVhdx.Log, 8192);
        }
    }

    private static MemoryDiskFile MakeChild()
    {
        var file = AnyVhdx.MakeChild(_parent, AnyVhdx.Creation(size: 0, number: 2));
        using var disk = VhdxDisk.Open(file, new KnownParents().With("parent.vhdx", _parent));
        disk.Write(512, Any.Bytes(5120, 2));
        disk.Write(2_000_000, Any.Bytes(5000, 2));
        disk.WriteZeroes(AnyVhdx.Megabyte, 100);
        return file;
    }

    // One entry of 8 KiB stands at the start of its log.
    private static MemoryDiskFile MakeDirty()
    {
        var file = new MemoryDiskFile();
        using var disk = VhdxDisk.Create(file, AnyVhdx.Creation(size: VhdxLimits.MinimumSizeBytes));
        disk.Write(AnyVhdx.Megabyte, Any.Bytes(5000, 3));
        disk.Flush();
        return file.Clone();
    }
}
