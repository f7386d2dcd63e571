using System.Globalization;
using System.Runtime.Versioning;
using System.Text;
using HyperVLab.Disks.FileSystems;
using HyperVLab.Disks.Operations;
using HyperVLab.Disks.Raw;

namespace HyperVLab.Disks.Tests.FileSystems;

/// <summary>Volumes that mke2fs makes; what dumpe2fs calls free is the proof.</summary>
[SupportedOSPlatform("linux")]
public class ExtFreeSpaceToolsTests
{
    [Theory]
    [InlineData("ext4", 4096, 0, "-t", "ext4", "-b", "4096")]
    [InlineData("ext4", 4096, 0, "-t", "ext4", "-b", "4096", "-O", "^flex_bg,^64bit,^metadata_csum,uninit_bg")]
    [InlineData("ext4", 1024, 1, "-t", "ext4", "-b", "1024", "-O", "64bit")]
    [InlineData("ext4", 1024, 1, "-t", "ext4", "-b", "1024", "-O", "meta_bg,^resize_inode")]
    [InlineData("ext4", 2048, 0, "-t", "ext4", "-b", "2048", "-O", "sparse_super2,^resize_inode")]
    [InlineData("ext4", 65536, 0, "-t", "ext4", "-b", "4096", "-O", "bigalloc", "-C", "65536")]
    [InlineData("ext4", 4096, 0, "-t", "ext4", "-b", "4096", "-g", "2048", "-O", "flex_bg,metadata_csum_seed")]
    [InlineData("ext3", 4096, 0, "-t", "ext3", "-b", "4096")]
    [InlineData("ext2", 1024, 1, "-t", "ext2", "-b", "1024")]
    public void The_free_blocks_are_those_of_dumpe2fs(
        string name, int clusterBytes, int firstBlock, params string[] arguments)
    {
        using var files = new TemporaryFolder();
        for (var i = 0; i < 60; i++)
        {
            File.WriteAllBytes(files[$"file{i}"], Any.Bytes(i * 3000, i));
        }

        // 300 MB and a bit have several groups, the last of them a short one.
        using var image = new MountedImage(
            (300L * 1024 * 1024) + 77_824, "mke2fs", ["-q", "-F", "-L", "Lab", "-d", files.Path, .. arguments]);
        using var disk = RawDisk.Open(FileDiskFile.Open(image.ImagePath, readOnly: true), readOnly: true);
        var map = FreeSpaceMap.Read(disk, DiskWork.Unwatched);
        var volume = Assert.Single(map.Volumes).Volume;
        Assert.True(volume.Doubt == VolumeDoubt.None, volume.DoubtReason);
        Assert.Equal((name, "Lab", clusterBytes), (volume.FileSystem, volume.Label, volume.ClusterSizeBytes));
        var expected = FreeBlocks(image.ImagePath, out var blockBytes);
        Assert.Equal(firstBlock, blockBytes == 1024 ? 1 : 0);
        var found = map.FreeRanges(DiskWork.Unwatched).SelectMany(range => Enumerable
            .Range(0, (int)(range.Length / blockBytes)).Select(i => (range.Offset / blockBytes) + i));

        // Of a cluster at the volume's end dumpe2fs names only the first block.
        var perCluster = clusterBytes / blockBytes;
        Assert.Equal(
            expected.Select(block => block / perCluster).Distinct(),
            found.Select(block => block / perCluster).Distinct());
    }

    [Theory]
    [InlineData("-R feature needs_recovery", "not closed")]
    [InlineData("-R ssv state 0", "not closed")]
    [InlineData("-R ssv state 3", "not closed")]
    [InlineData("-R ssv feature_ro_compat 0x47b -R ssv feature_ro_compat 0x4fb", "features that are not known")]
    public void A_volume_whose_bitmaps_may_be_old_is_kept(string commands, string reason)
    {
        using var image = new MountedImage(64L * 1024 * 1024, "mke2fs", "-q", "-F", "-t", "ext4");
        foreach (var command in commands.Split("-R ", StringSplitOptions.RemoveEmptyEntries))
        {
            var (code, _, error) = Tools.Run(Tools.Need("debugfs"), "-w", "-R", command.Trim(), image.ImagePath);
            Assert.True(code == 0, error);
        }

        using var disk = RawDisk.Open(FileDiskFile.Open(image.ImagePath, readOnly: true), readOnly: true);
        var map = FreeSpaceMap.Read(disk, DiskWork.Unwatched);
        Assert.Contains(reason, Assert.Single(map.Volumes).Volume.DoubtReason, StringComparison.Ordinal);
        Assert.Empty(map.FreeRanges(DiskWork.Unwatched));
    }

    // Lines like "  Free blocks: 9278-16383, 20000" of the groups.
    private static List<long> FreeBlocks(string image, out int blockBytes)
    {
        var (code, output, error) = Tools.Run(Tools.Need("dumpe2fs"), image);
        Assert.True(code == 0, error);
        var lines = Encoding.UTF8.GetString(output).Split('\n');
        blockBytes = (int)Number(lines.First(line => line.StartsWith("Block size:", StringComparison.Ordinal))[11..]);
        var blocks = new List<long>();
        foreach (var line in lines.Where(line => line.StartsWith("  Free blocks:", StringComparison.Ordinal)))
        {
            foreach (var range in line[14..].Split(',', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!string.IsNullOrWhiteSpace(range))
                {
                    var ends = range.Split('-');
                    for (var block = Number(ends[0]); block <= Number(ends[^1]); block++)
                    {
                        blocks.Add(block);
                    }
                }
            }
        }

        return blocks;
    }

    private static long Number(string text) => long.Parse(text.Trim(), CultureInfo.InvariantCulture);
}
