using System.Buffers.Binary;
using HyperVLab.Disks.Guests;
using HyperVLab.Disks.Vhd;

namespace HyperVLab.Disks.Tests.Vhd;

public class FuzzTests
{
    private const int Block = 512 * 1024;
    private const long MostBytesAllocated = 64 * 1024 * 1024;

    private static readonly MemoryDiskFile _parent = MakeParent();
    private static readonly MemoryDiskFile[] _images = [_parent, MakeChild(), MakeFixed()];

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
    public void A_file_cut_anywhere_is_refused_or_reads_as_before() => Seed.Run(300, random =>
    {
        var image = _images[random.Next(_images.Length)];
        var file = image.Clone();
        file.SetLength(random.Next(2) == 0 ? random.Next(0x16000) : random.NextInt64(file.Length));
        var parents = new KnownParents().With("parent.vhd", _parent);
        try
        {
            using var cut = VhdDisk.Open(file, parents);
            using var whole = VhdDisk.Open(image, parents, readOnly: true);
            Assert.Equal(Any.Content(whole), Any.Content(cut));
        }
        catch (DiskFormatException)
        {
        }
    });

    private static void Use(MemoryDiskFile file, Random random)
    {
        try
        {
            DiskInformation.Read(file);
            using var disk = VhdDisk.Open(file, new KnownParents().With("parent.vhd", _parent));
            var buffer = new byte[1024 * 1024];
            for (var i = 0; i < 4; i++)
            {
                var part = buffer.AsSpan(0, (int)Math.Min(buffer.Length, disk.SizeBytes));
                disk.Read(random.NextInt64(disk.SizeBytes - part.Length + 1), part);
            }

            Assert.True(disk.AllocatedRanges().All(range => range.End <= disk.SizeBytes));
            var place = random.NextInt64(disk.SizeBytes);
            disk.Write(place, [0x5A]);
            disk.Flush();
            using var again = VhdDisk.Open(file, new KnownParents().With("parent.vhd", _parent), readOnly: true);
            again.Read(place, buffer.AsSpan(0, 1));
            Assert.Equal(0x5A, buffer[0]);
            GuestSystem.Read(again);
        }
        catch (DiskFormatException)
        {
        }
    }

    // Most damage is in the structures, and half of it has good checksums, as an attacker's would.
    private static void Damage(MemoryDiskFile file, Random random)
    {
        for (var i = random.Next(4); i >= 0; i--)
        {
            var offset = random.Next(6) switch
            {
                0 => random.Next(88),
                1 => 512 + random.Next(1024),
                2 => 0x2000 + random.Next(64),
                3 => Math.Max(0, file.Length - 512 + random.Next(88)),
                4 => Math.Min(file.Length - 1, 0x100000 + random.Next(300)),
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

        if (random.Next(2) == 0)
        {
            Seal(file, 0, 512, 64);
            Seal(file, 512, 1024, 36);
            Seal(file, file.Length - 512, 512, 64);
        }
    }

    private static void Seal(MemoryDiskFile file, long offset, int count, int field)
    {
        if (offset < 0 || offset + count > file.Length)
        {
            return;
        }

        var bytes = new byte[count];
        file.Read(offset, bytes);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(field), 0);
        uint sum = 0;
        foreach (var value in bytes)
        {
            sum += value;
        }

        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(field), ~sum);
        file.Write(offset, bytes);
    }

    private static MemoryDiskFile MakeParent()
    {
        var file = new MemoryDiskFile();
        using var disk = VhdDisk.CreateDynamic(file, Any.Creation(VhdLimits.MinimumSizeBytes, 1, Block));
        GuestSystem.Install(disk, new GuestSystemRecord { OperatingSystem = "x", ComputerName = "y" }, 1);
        disk.Write(700_000, Any.Bytes(5000, 1));
        return file;
    }

    private static MemoryDiskFile MakeChild()
    {
        var file = new MemoryDiskFile();
        using var parent = VhdDisk.Open(_parent, readOnly: true);
        VhdDisk.CreateDifferencing(file, Any.Creation(0, 2, Block), Any.LinkTo(parent));
        using var disk = VhdDisk.Open(file, new KnownParents().With("parent.vhd", _parent));
        disk.Write(512, Any.Bytes(5000, 2));
        disk.Write(2_000_000, Any.Bytes(5000, 2));
        return file;
    }

    private static MemoryDiskFile MakeFixed()
    {
        var file = new MemoryDiskFile();
        using var disk = VhdDisk.CreateFixed(file, Any.Creation(VhdLimits.MinimumSizeBytes));
        GuestSystem.Install(disk, new GuestSystemRecord { OperatingSystem = "x", ComputerName = "y" }, 1);
        return file;
    }
}
