using System.Runtime.Versioning;
using HyperVLab.Disks.Operations;
using HyperVLab.Disks.P2V;
using HyperVLab.Disks.Tests.FileSystems;

namespace HyperVLab.Disks.Tests.P2V;

/// <summary>Disks of computers with Linux, whose volumes mke2fs makes.</summary>
[SupportedOSPlatform("linux")]
public class LinuxConversionTests
{
    [Fact]
    public void Used_blocks_are_copied_and_names_of_devices_in_fstab_are_warned_of()
    {
        using var files = new TemporaryFolder();
        Directory.CreateDirectory(files["etc"]);
        Directory.CreateDirectory(files["usr/lib"]);
        File.WriteAllText(files["usr/lib/os-release"], "NAME=Lab\nPRETTY_NAME=\"Lab Linux 7 (old)\"\n");
        File.WriteAllText(
            files["etc/fstab"],
            "# /dev/sdz1 /nowhere\n/dev/sda1 / ext4 defaults 0 1\nUUID=1234 /home ext4 defaults 0 2\n"
                + "/dev/cciss/c0d0p2\t/data\text3\tdefaults 0 2\n");
        File.WriteAllBytes(files["noise"], Any.Bytes(5_000_000, 1));
        using var image = new MountedImage(40L * 1024 * 1024, "mke2fs", "-q", "-F", "-t", "ext4", "-d", files.Path);
        using var disk = LinuxDisk.Of(image.ImagePath);
        var (report, copy) = Convert(disk);
        using var converted = copy;
        var volume = Assert.Single(report.Volumes);
        Assert.Equal(("ext4", "Lab Linux 7 (old)"), (volume.Volume.FileSystem, volume.OperatingSystem));
        Assert.Equal(volume.Volume.FreeBytes, report.LeftOutBytes);
        Assert.True(report.LeftOutBytes > 20 * 1024 * 1024);
        Assert.Equal(2, report.Warnings.Count(warning => warning.Contains("/etc/fstab names /dev/")));
        Assert.Contains(report.Warnings, warning => warning.Contains("/dev/cciss/c0d0p2 for /data"));
        Assert.Empty(report.Drivers);

        // Old data in a free block is gone, and the file system is as sound as before.
        Assert.NotEqual(Any.Content(disk), Any.Content(converted));
        using var folder = new TemporaryFolder();
        using (var volumeFile = File.Create(folder["volume"]))
        {
            volumeFile.Write(Any.Content(converted).AsSpan(
                (int)DiskImage.VolumeOffset, (int)new FileInfo(image.ImagePath).Length));
        }

        Assert.Equal(0, Tools.Run(Tools.Need("e2fsck"), "-fn", folder["volume"]).ExitCode);
        var (_, output, _) = Tools.Run(Tools.Need("debugfs"), "-R", "cat noise", folder["volume"]);
        Assert.Equal(Any.Bytes(5_000_000, 1), output);
    }

    [Fact]
    public void Pipes_of_the_names_that_are_looked_for_are_not_read()
    {
        using var files = new TemporaryFolder();
        Directory.CreateDirectory(files["etc"]);
        Assert.Equal(0, Tools.Run(Tools.Need("mkfifo"), files["etc/fstab"], files["etc/os-release"]).ExitCode);
        using var image = new MountedImage(8L * 1024 * 1024, "mke2fs", "-q", "-F", "-t", "ext4", "-d", files.Path);
        using var disk = LinuxDisk.Of(image.ImagePath);
        var (report, copy) = Convert(disk);
        using var converted = copy;
        Assert.Equal("", Assert.Single(report.Volumes).OperatingSystem);
    }

    private static (P2VReport Report, VirtualDisk Copy) Convert(VirtualDisk source)
    {
        var plan = P2VPlan.Make(source, new P2VOptions(), DiskWork.Unwatched);
        var target = new MemoryDiskFile();
        plan.Write(target, Any.Creation(0), DiskWork.Unwatched);
        return (plan.Report, VirtualDisk.Open(target, readOnly: true));
    }
}
