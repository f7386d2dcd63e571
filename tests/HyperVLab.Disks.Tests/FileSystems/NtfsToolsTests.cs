using System.Globalization;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;
using HyperVLab.Disks.FileSystems;
using HyperVLab.Disks.FileSystems.Ntfs;
using HyperVLab.Disks.Operations;
using HyperVLab.Disks.Raw;

namespace HyperVLab.Disks.Tests.FileSystems;

/// <summary>Volumes that NTFS-3G makes and fills; what it read back is the proof.</summary>
[SupportedOSPlatform("linux")]
public class NtfsToolsTests
{
    private const long Size = 96L * 1024 * 1024;

    [Theory]
    [InlineData(4096)]
    [InlineData(512)]
    [InlineData(65536)]
    [InlineData(1048576)]
    public void Files_read_as_they_were_written(int clusterBytes)
    {
        using var image = Make(clusterBytes);
        image.Mount("ntfs-3g", "-o", "compression,streams_interface=xattr");
        Fill(image.Path, mayCompress: clusterBytes <= 4096);
        var expected = Directory.EnumerateFiles(image.Path, "*", SearchOption.AllDirectories).Order()
            .ToDictionary(file => Path.GetRelativePath(image.Path, file), Hash);
        image.Unmount();
        using var disk = RawDisk.Open(FileDiskFile.Open(image.ImagePath, readOnly: true), readOnly: true);
        var volume = NtfsVolume.Open(disk, 0, disk.SizeBytes);
        Assert.Equal(("Lab", clusterBytes), (volume.Label, volume.ClusterSizeBytes));
        var found = Walk(volume, "").Where(file => !file.Attributes.HasFlag(FileAttributes.System))
            .ToDictionary(file => file.Path[1..].Replace('\\', '/'), file => Hash(volume, file));
        Assert.Equal(expected.OrderBy(file => file.Key), found.OrderBy(file => file.Key));
        var packed = volume.Find("packed/text.txt")!;
        Assert.Equal(clusterBytes <= 4096, packed.Attributes.HasFlag(FileAttributes.Compressed));
        Assert.Equal(clusterBytes <= 4096, packed.AllocatedBytes < packed.SizeBytes / 2);
        Assert.Equal("stream", Encoding.ASCII.GetString(Content(volume, "text.txt:extra")));
    }

    [Theory]
    [InlineData(4096)]
    [InlineData(2097152)]
    public void The_free_clusters_are_those_that_ntfscat_reads_of_the_bitmap(int clusterBytes)
    {
        using var image = Make(clusterBytes);
        using (var disk = RawDisk.Open(FileDiskFile.Open(image.ImagePath, readOnly: true), readOnly: true))
        {
            var bitmap = Tools.Run(Tools.Need("ntfscat"), image.ImagePath, "$Bitmap").Output;
            var count = (Size - 512) / clusterBytes;
            var expected = Enumerable.Range(0, (int)count)
                .Where(cluster => (bitmap[cluster / 8] & (1 << (cluster % 8))) == 0).Select(cluster => (long)cluster);
            var map = FreeSpaceMap.Read(disk, DiskWork.Unwatched);
            Assert.Equal(VolumeDoubt.None, Assert.Single(map.Volumes).Volume.Doubt);
            var found = map.FreeRanges(DiskWork.Unwatched).SelectMany(range
                => Enumerable.Range(0, (int)(range.Length / clusterBytes))
                    .Select(i => (range.Offset / clusterBytes) + i));
            Assert.Equal(expected, found);
        }
    }

    private static MountedImage Make(int clusterBytes) => new(
        Size, "mkntfs", "-q", "-F", "-Q", "-L", "Lab", "-c", clusterBytes.ToString(CultureInfo.InvariantCulture));

    // Enough names for an index of several blocks, and files that grow in turns so that each has many pieces.
    private static void Fill(string folder, bool mayCompress)
    {
        var text = string.Concat(Enumerable.Range(0, 40_000).Select(i => $"line {i % 1000}\n"));
        File.WriteAllText(Path.Combine(folder, "text.txt"), text);
        Tools.Run(Tools.Need("setfattr"), "-n", "user.extra", "-v", "stream", Path.Combine(folder, "text.txt"));
        Directory.CreateDirectory(Path.Combine(folder, "many"));
        for (var i = 0; i < 400; i++)
        {
            File.WriteAllText(Path.Combine(folder, "many", $"a file with the number {i} and a name Ü{i}.txt"), $"{i}");
        }

        using (var sparse = File.Create(Path.Combine(folder, "sparse")))
        {
            sparse.Write(Any.Bytes(5000, 1));
            sparse.Position = 10_000_000;
            sparse.Write(Any.Bytes(5000, 2));
        }

        var growing = Enumerable.Range(0, 3).Select(i => File.Create(Path.Combine(folder, $"pieces{i}"))).ToList();
        for (var i = 0; i < 300; i++)
        {
            growing[i % 3].Write(Any.Bytes(4096, i));
            growing[i % 3].Flush(flushToDisk: true);
        }

        growing.ForEach(file => file.Dispose());
        var packed = Directory.CreateDirectory(Path.Combine(folder, "packed")).FullName;
        if (mayCompress)
        {
            // The attributes of Windows, compressed among them: new files of the directory are packed.
            var (code, _, error) = Tools.Run(
                Tools.Need("setfattr"), "-h", "-n", "system.ntfs_attrib", "-v", "0x00080000", packed);
            Assert.True(code == 0, error);
        }

        File.WriteAllText(Path.Combine(packed, "text.txt"), text);
        File.WriteAllBytes(Path.Combine(packed, "noise"), Any.Bytes(300_000, 9));
        File.WriteAllBytes(Path.Combine(packed, "mixed"), [.. Any.Bytes(70_000, 9), .. new byte[200_000], .. "end"u8]);
    }

    private static IEnumerable<VolumeFile> Walk(NtfsVolume volume, string path)
    {
        foreach (var file in volume.List(path))
        {
            Assert.Null(file.Problem);
            foreach (var inner in file.IsDirectory && !file.Name.StartsWith('$') ? Walk(volume, file.Path) : [file])
            {
                yield return inner;
            }
        }
    }

    private static byte[] Content(NtfsVolume volume, string path)
    {
        using var stream = volume.OpenRead(path);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string Hash(string path) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));

    private static string Hash(NtfsVolume volume, VolumeFile file)
    {
        using var stream = volume.OpenRead(file.Path);
        return Convert.ToHexString(SHA256.HashData(stream));
    }
}
