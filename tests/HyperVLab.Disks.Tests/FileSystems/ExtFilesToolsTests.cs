using System.Runtime.Versioning;
using System.Security.Cryptography;
using HyperVLab.Disks.FileSystems;
using HyperVLab.Disks.FileSystems.Ext;
using HyperVLab.Disks.Raw;

namespace HyperVLab.Disks.Tests.FileSystems;

/// <summary>Volumes that mke2fs fills from a folder; the folder's files are the proof.</summary>
[SupportedOSPlatform("linux")]
public class ExtFilesToolsTests
{
    [Theory]
    [InlineData("-t", "ext4", "-b", "4096")]
    [InlineData("-t", "ext4", "-b", "1024", "-O", "inline_data,64bit")]
    [InlineData("-t", "ext4", "-b", "4096", "-I", "1024", "-O", "inline_data")]
    [InlineData("-t", "ext4", "-b", "4096", "-O", "bigalloc", "-C", "16384")]
    [InlineData("-t", "ext3", "-b", "4096")]
    [InlineData("-t", "ext2", "-b", "1024", "-I", "128")]
    public void Files_read_as_they_were_written(params string[] arguments)
    {
        using var files = new TemporaryFolder();
        Fill(files.Path);
        using var image = new MountedImage(
            200L * 1024 * 1024, "mke2fs", ["-q", "-F", "-L", "Lab", "-d", files.Path, .. arguments]);
        using var disk = RawDisk.Open(FileDiskFile.Open(image.ImagePath, readOnly: true), readOnly: true);
        var volume = Assert.IsType<ExtVolume>(Volume.OpenFiles(disk, 0, disk.SizeBytes));
        Assert.Equal((arguments[1], "Lab"), (volume.FileSystem, volume.Label));
        var found = Walk(volume, "").ToList();
        Assert.All(found, file => Assert.Null(file.Problem));
        var expected = Directory.EnumerateFiles(files.Path, "*", SearchOption.AllDirectories)
            .Where(path => new FileInfo(path).LinkTarget is null).Order(StringComparer.Ordinal)
            .Select(path => ("/" + Path.GetRelativePath(files.Path, path), Hash(File.OpenRead(path))));
        Assert.Equal(expected, found.Where(file => !file.IsDirectory && file.LinkTarget is null)
            .Select(file => (file.Path, Hash(volume.OpenRead(file.Path))))
            .OrderBy(file => file.Path, StringComparer.Ordinal));
        Assert.Equal("short/target", volume.Find("link")!.LinkTarget);
        Assert.Equal(new string('x', 200), volume.Find("/long link")!.LinkTarget);
        var modified = volume.Find("text")!.Modified!.Value.UtcDateTime;
        Assert.Equal(File.GetLastWriteTimeUtc(files["text"]), modified, TimeSpan.FromSeconds(1));
        Assert.Null(volume.Find("many/none"));
        Assert.Throws<FileNotFoundException>(() => volume.OpenRead("many"));
        Assert.Throws<DirectoryNotFoundException>(() => volume.List("text"));
    }

    // More names than a block holds, and files whose extents need a tree or whose blocks need lists of lists of lists.
    private static void Fill(string folder)
    {
        File.WriteAllText(Path.Combine(folder, "text"), "short");
        File.WriteAllText(Path.Combine(folder, "longer text"), new string('t', 120));
        File.WriteAllBytes(Path.Combine(folder, "noise"), Any.Bytes(3_000_001, 1));
        File.CreateSymbolicLink(Path.Combine(folder, "link"), "short/target");
        File.CreateSymbolicLink(Path.Combine(folder, "long link"), new string('x', 200));
        Directory.CreateDirectory(Path.Combine(folder, "many"));
        for (var i = 0; i < 600; i++)
        {
            File.WriteAllText(Path.Combine(folder, "many", $"a file of a long name with the number {i} Ü"), $"{i}");
        }

        Directory.CreateDirectory(Path.Combine(folder, "few", "fewer"));
        File.WriteAllText(Path.Combine(folder, "few", "fewer", "one"), "one");
        using var holes = File.Create(Path.Combine(folder, "holes"));
        for (var i = 0; i < 900; i++)
        {
            holes.Position = i * 80_000L;
            holes.Write(Any.Bytes(100, i));
        }
    }

    private static IEnumerable<VolumeFile> Walk(ExtVolume volume, string path)
        => volume.List(path).Where(file => file.Name != "lost+found")
            .SelectMany(file => file.IsDirectory ? Walk(volume, file.Path) : [file]);

    private static string Hash(Stream stream)
    {
        using (stream)
        {
            return Convert.ToHexString(SHA256.HashData(stream));
        }
    }
}
