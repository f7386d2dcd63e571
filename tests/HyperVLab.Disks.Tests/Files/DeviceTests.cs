using HyperVLab.Disks.Operations;
using HyperVLab.Disks.Raw;

namespace HyperVLab.Disks.Tests.Files;

public class DeviceTests
{
    [Fact]
    public void A_disk_of_this_computer_is_read_whole_and_only_read()
    {
        var losetup = Tools.Need("losetup");
        using var folder = new TemporaryFolder();
        var content = Any.Bytes(4 * 1024 * 1024, 1);
        File.WriteAllBytes(folder["image"], content);
        var (code, output, error) = Tools.Run(losetup, "-f", "--show", "-r", folder["image"]);
        Assert.SkipUnless(code == 0, $"losetup refused: {error}");
        var device = System.Text.Encoding.UTF8.GetString(output).Trim();
        try
        {
            using var disk = RawDisk.Open(FileDiskFile.OpenDevice(device));
            Assert.Equal(content.Length, disk.SizeBytes);
            Assert.True(disk.IsReadOnly);
            Assert.Equal(content, Any.Content(disk));
            var part = new byte[1000];
            disk.Read(12_345, part);
            Assert.Equal(content[12_345..13_345], part);
            Assert.Throws<NotSupportedException>(() => disk.Write(0, part));
            using var target = new MemoryDiskFile();
            DiskConversion.Run(disk, target, Any.Creation(0), DiskWork.Unwatched);
            using var copy = VirtualDisk.Open(target);
            Assert.Equal(content, Any.Content(copy));
        }
        finally
        {
            Tools.Run(losetup, "-d", device);
        }
    }

    [Fact]
    public void A_file_is_no_disk_of_this_computer()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["file"], new byte[1000]);
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows tells by the path.");
        var error = Assert.Throws<IOException>(() => FileDiskFile.OpenDevice(folder["file"]));
        Assert.Contains("is no disk of this computer", error.Message, StringComparison.Ordinal);
        Assert.Throws<IOException>(() => FileDiskFile.OpenDevice("/dev/null"));
        Assert.ThrowsAny<IOException>(() => FileDiskFile.OpenDevice(folder["missing"]));
    }
}
