using System.Diagnostics;
using HyperVLab.Disks.FileSystems;
using HyperVLab.Disks.Operations;
using static HyperVLab.Disks.Tests.FileSystems.NtfsRecordBuilder;

namespace HyperVLab.Disks.Tests.FileSystems;

/// <summary>Volumes with random damage: they may be refused, and nothing worse.</summary>
public class VolumeFuzzTests
{
    private const long MaximumAllocatedBytes = 64L * 1024 * 1024;
    private const int MaximumFiles = 200;

    // Where the structures of the images stand, in bytes of the volume, and how long they are.
    private static readonly (int Offset, int Length)[] _ntfsPlaces =
    [
        (0, 128), (0x1E00, 128), (100 * 4096, 7 * 1024), (300 * 4096, 4096), (500 * 4096, 136), (900 * 4096, 128),
        (950 * 4096, 256),
    ];

    private static readonly (int Offset, int Length)[] _extPlaces =
    [
        (1024, 1024), (2048, 64), (3072, 256), (10 * 1024, 2048), (30 * 1024, 128), (400 * 1024, 64),
    ];

    [Fact]
    public void Damaged_NTFS_volumes_are_refused_at_worst()
    {
        var bytes = Ntfs();
        Seed.Run(400, random => Look(Damaged(bytes, _ntfsPlaces, random), 0x07));
    }

    [Fact]
    public void Damaged_ext_volumes_are_refused_at_worst()
    {
        // Half of them without checksums, since these would catch nearly everything.
        var whole = Ext();
        var unchecked_ = (byte[])whole.Clone();
        unchecked_[1024 + 101] &= 0xFB;
        Seed.Run(400, random => Look(Damaged(random.Next(3) == 0 ? whole : unchecked_, _extPlaces, random), 0x83));
    }

    private static byte[] Damaged(byte[] volume, (int Offset, int Length)[] places, Random random)
    {
        var bytes = (byte[])volume.Clone();
        for (var i = random.Next(1, 8); i > 0; i--)
        {
            var (offset, length) = places[random.Next(places.Length)];
            var at = offset + random.Next(length);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes.AsSpan(at, random.Next(1, 9)).Fill((byte)(random.Next(2) * 255));
                    break;
                default:
                    bytes.AsSpan(offset + random.Next(length), 8).CopyTo(bytes.AsSpan(at));
                    break;
            }
        }

        return bytes;
    }

    private static void Look(byte[] volume, byte type)
    {
        using var disk = DiskImage.With(volume, type);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        var plan = DiskCompaction.Plan(
            disk, CompactionMode.Full, new CompactionOptions { AllowSnapshots = true }, DiskWork.Unwatched);
        Assert.True(plan.AllocatedBlockCount > 0);
        try
        {
            ReadAll(disk, volume.Length);
        }
        catch (DiskFormatException error)
        {
            Assert.NotEmpty(error.Structure);
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Assert.True(allocated < MaximumAllocatedBytes, $"{allocated} bytes were allocated.");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"It took {watch.Elapsed}.");
    }

    private static void ReadAll(VirtualDisk disk, long length)
    {
        var files = Volume.OpenFiles(disk, DiskImage.VolumeOffset, length);
        var buffer = new byte[256 * 1024];
        foreach (var file in files?.List("").Take(MaximumFiles) ?? [])
        {
            try
            {
                if (file.IsDirectory)
                {
                    _ = files!.List(file.Path).Take(MaximumFiles).Count();
                }
                else if (file.Problem is null)
                {
                    using var stream = files!.OpenRead(file.Path);
                    _ = stream.Read(buffer);
                    stream.Position = stream.Length / 2;
                    _ = stream.Read(buffer);
                }
            }
            catch (Exception error) when (error is DiskFormatException or FileNotFoundException
                or DirectoryNotFoundException)
            {
            }
        }
    }

    private static byte[] Ntfs()
    {
        var image = new NtfsImage();
        var packed = image.Write(20, Lznt1.Compress(new byte[65536]));
        image.AddFile("packed", Elsewhere(0x80, [packed, (-1, 16 - packed.Count)], 65536, unit: 4));
        image.AddFile("pieces", Elsewhere(
            0x80, [image.Write(600, Any.Bytes(8192, 1)), (-1, 3), image.Write(30, Any.Bytes(4096, 2))], 6 * 4096));
        image.AddFile("hiberfil.sys", Elsewhere(0x80, [image.Write(40, new byte[4096])], 4096));
        var part = image.NextRecord();
        var list = new byte[64];
        Put32(list, 0, 0x80);
        Put16(list, 4, 32);
        Put32(list, 32, 0x80);
        Put16(list, 36, 32);
        Put64(list, 40, 1);
        Put64(list, 48, Reference(part));
        var file = image.AddFile("parts");
        Put64(list, 16, Reference(file));
        image.SetRecord(file, Record(file, [NtfsImage.Information(), Resident(0x20, list),
            Elsewhere(0x80, [image.Write(50, Any.Bytes(4096, 3))], 8192)]));
        image.SetRecord(part, Record(
            part, [Elsewhere(0x80, [image.Write(52, Any.Bytes(4096, 4))], 0, first: 1)], baseNumber: file));
        image.FarNames.Add((file, FileName("far.txt", 5)));
        image.AddDirectory("folder", (file, FileName("inner", 24)));
        return image.Finish();
    }

    private static byte[] Ext()
    {
        var image = new ExtImage();
        image.Write(200, Any.Bytes(4096, 1));
        image.Write(400, ExtImage.Tree(0, 80, (0, 2, 200), (4, 2, 202)));
        image.AddFile("tree", 8 * 1024, ExtImage.Tree(1, 4, (0, 0, 400)));
        image.AddFile("flat", 4096, ExtImage.Tree(0, 4, (0, 4, 200)));
        image.AddFile("lists", 300 * 1024, ExtImage.List(200, 201, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 400), flags: 0);
        image.AddFile("link", 7, "target!"u8.ToArray(), flags: 0, mode: 0xA1FF);
        return image.Finish();
    }
}
