using System.Runtime.Versioning;
using System.Text;
using HyperVLab.Disks.FileSystems;
using HyperVLab.Disks.Operations;
using HyperVLab.Disks.P2V;
using HyperVLab.Disks.Raw;
using HyperVLab.Disks.Tests.Corpus;

namespace HyperVLab.Disks.Tests.P2V;

/// <summary>Disks that Windows formatted, onto which the folders of a Windows are put with NTFS-3G.</summary>
[SupportedOSPlatform("linux")]
public class SampleConversionTests
{
    [Theory]
    [InlineData("ntfs-ptrn")]
    [InlineData("ntfs-2m")]
    public void A_disk_that_Windows_formatted_keeps_its_files_and_starts_as_a_machine(string name)
    {
        Assert.SkipUnless(Environment.UserName == "root" && File.Exists("/dev/fuse"), "Only root with FUSE can mount.");
        var (mount, unmount, get) = (Tools.Need("ntfs-3g"), Tools.Need("umount"), Tools.Need("hivexget"));
        using var folder = new TemporaryFolder();
        using var sample = NtfsSamples.Unpack(name, folder["sample.vhd"]);
        var place = FreeSpaceMap.Read(sample, DiskWork.Unwatched).Volumes.Single().Partition;
        DiskFiles.Create(folder["disk.img"], file => DiskConversion.Run(
            sample, file, Any.Creation(0) with { Format = VhdFormat.Raw, Type = VhdType.Fixed }, DiskWork.Unwatched),
            DiskWork.Unwatched);
        Directory.CreateDirectory(folder["mounted"]);
        Extract(folder["disk.img"], folder["volume"], place.OffsetBytes, place.SizeBytes);
        var (code, _, error) = Tools.Run(mount, folder["volume"], folder["mounted"]);
        Assert.SkipUnless(code == 0, $"ntfs-3g could not mount the sample: {error}");
        Install(folder["mounted"]);
        Assert.Equal(0, Tools.Run(unmount, folder["mounted"]).ExitCode);
        using (var volume = FileDiskFile.Open(folder["volume"], readOnly: true))
        using (var disk = FileDiskFile.Open(folder["disk.img"], readOnly: false))
        {
            volume.CopyRange(0, disk, place.OffsetBytes, place.SizeBytes);
        }

        using var source = RawDisk.Open(FileDiskFile.Open(folder["disk.img"], readOnly: true));
        var plan = P2VPlan.Make(source, new P2VOptions(), DiskWork.Unwatched);
        DiskFiles.Create(
            folder["copy.vhd"], file => plan.Write(file, Any.Creation(0), DiskWork.Unwatched), DiskWork.Unwatched);
        Assert.Equal(["atapi", "intelide"], plan.Report.Drivers.Select(driver => driver.Service).Order());
        Assert.True(plan.Report.LeftOutBytes > plan.Report.SizeBytes / 2);
        using var copy = VirtualDisk.Open(FileDiskFile.Open(folder["copy.vhd"], readOnly: true));
        var (before, after) = (NtfsSamples.Hashes(source), NtfsSamples.Hashes(copy));
        var differing = before.Keys.Where(path => before[path] != after[path]);
        Assert.Equal(before.Keys, after.Keys);
        Assert.Equal(["Windows/System32/config/SYSTEM"], differing);

        // NTFS-3G reads the copy as well, and hivex its registry.
        DiskFiles.Create(folder["back.img"], file => DiskConversion.Run(
            copy, file, Any.Creation(0) with { Format = VhdFormat.Raw, Type = VhdType.Fixed }, DiskWork.Unwatched),
            DiskWork.Unwatched);
        Extract(folder["back.img"], folder["back"], place.OffsetBytes, place.SizeBytes);
        Assert.Equal(0, Tools.Run(mount, "-o", "ro", folder["back"], folder["mounted"]).ExitCode);
        File.Copy(Path.Combine(folder["mounted"], "Windows/System32/config/SYSTEM"), folder["SYSTEM"]);
        Assert.Equal(0, Tools.Run(unmount, folder["mounted"]).ExitCode);
        var start = Tools.Run(get, folder["SYSTEM"], @"ControlSet001\Services\intelide", "Start").Output;
        Assert.Equal("0", Encoding.UTF8.GetString(start).Trim());
    }

    private static void Install(string root)
    {
        var config = Directory.CreateDirectory(Path.Combine(root, "Windows", "System32", "config")).FullName;
        var drivers = Directory.CreateDirectory(Path.Combine(root, "Windows", "System32", "drivers")).FullName;
        var image = new WindowsImage();
        image.Services.DeleteSubkey("lsi_sas");
        File.WriteAllBytes(Path.Combine(config, "SYSTEM"), image.System.ToBytes());
        foreach (var driver in new[] { "atapi.sys", "intelide.sys" })
        {
            File.WriteAllBytes(Path.Combine(drivers, driver), Any.Bytes(70_000, 1));
        }
    }

    private static void Extract(string image, string path, long offset, long length)
    {
        using var source = FileDiskFile.Open(image, readOnly: true);
        using var target = FileDiskFile.CreateNew(path);
        source.CopyRange(offset, target, 0, length);
    }
}
