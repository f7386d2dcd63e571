using System.Text;
using HyperVLab.Disks.Tests.FileSystems;
using static HyperVLab.Disks.Tests.FileSystems.NtfsRecordBuilder;

namespace HyperVLab.Fuzz.Targets;

/// <summary>Small volumes of the file systems that are read.</summary>
internal static class GoodVolumes
{
    private const uint Data = 0x80;

    /// <summary>An NTFS volume with a file of every kind of storage.</summary>
    public static byte[] Ntfs(int clusterBytes)
    {
        var image = new NtfsImage(clusterBytes);
        image.AddFile("small", Resident(Data, "hello"u8.ToArray()), Resident(Data, "zone"u8.ToArray(), "Zone"));
        var high = image.Write(800, GoodDisks.Bytes(2 * clusterBytes, 1));
        var low = image.Write(20, GoodDisks.Bytes(3 * clusterBytes, 2));
        image.AddFile("pieces", Elsewhere(Data, [high, (-1, 4), low], (9L * clusterBytes) - 100));
        if (clusterBytes <= 4096)
        {
            var line = string.Concat(Enumerable.Repeat("line; ", 11_000));
            var text = Encoding.ASCII.GetBytes(line[..(16 * clusterBytes)]);
            var packed = image.Write(40, Lznt1.Compress(text));
            image.AddFile("packed", Elsewhere(Data, [packed, (-1, 16 - packed.Count)], text.Length, unit: 4));
        }

        var inside = image.NextRecord();
        var key = FileName("inside", image.AddDirectory("folder", (inside, FileName("inside", 0))));
        image.SetRecord(inside, Record(inside, [NtfsImage.Information(), Resident(0x30, key), Resident(Data, [1, 2])]));
        return image.Finish();
    }

    /// <summary>An ext4 volume with files in extents, in branches of them, and in lists of blocks.</summary>
    public static byte[] Ext()
    {
        var image = new ExtImage();
        image.Write(200, GoodDisks.Bytes(2 * ExtImage.BlockBytes, 1));
        image.Write(150, GoodDisks.Bytes(4 * ExtImage.BlockBytes, 2));
        image.AddFile("flat", 10_000, ExtImage.Tree(0, 4, (0, 2, 200), (4, 4, 150), (8, 32768 + 2, 300)));
        image.Write(400, ExtImage.Tree(0, 80, (0, 2, 200)));
        image.Write(401, ExtImage.Tree(0, 80, (4, 4, 150)));
        image.AddFile("tree", 8192, ExtImage.Tree(1, 4, (0, 0, 400), (4, 0, 401)));
        image.Write(210, ExtImage.List(0, 201));
        image.Write(211, ExtImage.List(0, 212));
        image.Write(212, ExtImage.List(153));
        image.AddFile(
            "lists", 600 * 1024, ExtImage.List(200, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 150, 210, 211, 0), flags: 0);
        return image.Finish();
    }
}
