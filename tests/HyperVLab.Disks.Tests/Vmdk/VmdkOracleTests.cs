using HyperVLab.Disks.Operations;
using HyperVLab.Disks.Tests.Operations;

namespace HyperVLab.Disks.Tests.Vmdk;

/// <summary>VMDKs that qemu-img made.</summary>
public class VmdkOracleTests
{
    private const long TwoGigabytes = 2L * 1024 * 1024 * 1024;

    [Theory]
    [InlineData("monolithicSparse")]
    [InlineData("monolithicFlat")]
    [InlineData("twoGbMaxExtentSparse")]
    [InlineData("twoGbMaxExtentFlat")]
    [InlineData("streamOptimized")]
    public void What_qemu_writes_is_read_checked_and_converted(string subformat)
    {
        var qemu = Tools.Need("qemu-img");
        Seed.Run(4, random =>
        {
            using var folder = new TemporaryFolder();
            var content = Conversions.Content(random, Conversions.Size(random) / 512 * 512);
            File.WriteAllBytes(folder["raw"], content);
            Make(qemu, subformat, folder["raw"], folder["disk.vmdk"]);
            var parents = new DirectoryParentResolver(folder.Path);
            using var source = VirtualDisk.Open(FileDiskFile.Open(folder["disk.vmdk"], readOnly: true), parents);
            Assert.Equal(VhdFormat.VMDK, source.Format);
            Assert.Equal(subformat.EndsWith("Flat", StringComparison.Ordinal), source.Type == VhdType.Fixed);
            Assert.Equal(content, Any.Content(source)[..content.Length]);
            using (var file = FileDiskFile.Open(folder["disk.vmdk"], readOnly: true))
            {
                Assert.Empty(DiskCheck.Run(file, parents));
                Assert.Equal(source.SizeBytes, DiskInformation.Read(file, parents).SizeBytes);
            }

            using var target = FileDiskFile.CreateNew(folder["target"]);
            var creation = Conversions.Creation(random);
            DiskConversion.Run(source, target, creation, DiskWork.Unwatched);
            Assert.Equal(Any.Content(source), Conversions.Read(target, creation));
        });
    }

    [Theory]
    [InlineData("twoGbMaxExtentSparse")]
    [InlineData("twoGbMaxExtentFlat")]
    public void A_disk_of_several_files_of_2_GB_is_read_across_their_ends(string subformat)
    {
        var qemu = Tools.Need("qemu-img");
        using var folder = new TemporaryFolder();
        var marks = Any.Bytes(200_000, 9);
        using (var raw = FileDiskFile.CreateNew(folder["raw"]))
        {
            raw.SetLength((2 * TwoGigabytes) + (1024 * 1024));
            raw.Write(TwoGigabytes - 100_000, marks);
            raw.Write((2 * TwoGigabytes) - 100_000, marks);
        }

        Make(qemu, subformat, folder["raw"], folder["disk.vmdk"]);
        Assert.True(Directory.GetFiles(folder.Path, "disk-*").Length >= 3);
        using var disk = VirtualDisk.Open(
            FileDiskFile.Open(folder["disk.vmdk"], readOnly: true), new DirectoryParentResolver(folder.Path));
        var bytes = new byte[marks.Length];
        disk.Read(TwoGigabytes - 100_000, bytes);
        Assert.Equal(marks, bytes);
        disk.Read((2 * TwoGigabytes) - 100_000, bytes);
        Assert.Equal(marks, bytes);
        var creation = Any.Creation(0, block: 0) with { Format = VhdFormat.VHDX };
        DiskFiles.Convert(disk, folder["disk.vhdx"], creation, DiskWork.Unwatched);
        var (code, output, error) = Tools.Run(
            qemu, "compare", "-f", "vhdx", "-F", "raw", folder["disk.vhdx"], folder["raw"]);
        Assert.True(code == 0, System.Text.Encoding.UTF8.GetString(output) + error);
    }

    [Fact]
    public void Grains_that_qemu_wrote_down_as_zeros_are_zeros()
    {
        var (qemu, io) = (Tools.Need("qemu-img"), Tools.Need("qemu-io"));
        using var folder = new TemporaryFolder();
        Tools.Run(qemu, "create", "-q", "-f", "vmdk", "-o", "zeroed_grain=on", folder["disk.vmdk"], "10M");
        Tools.Run(io, "-f", "vmdk", "-c", "write -P 7 0 2M", "-c", "write -z 512k 1M", folder["disk.vmdk"]);
        using var disk = VirtualDisk.Open(FileDiskFile.Open(folder["disk.vmdk"], readOnly: true));
        var content = Any.Content(disk);
        Assert.All(content[(512 * 1024)..(1536 * 1024)].Distinct(), value => Assert.Equal(0, value));
        Assert.Equal(7, content[0]);
        Assert.Equal(7, content[1536 * 1024]);
    }

    [Fact]
    public void A_difference_that_qemu_made_is_refused()
    {
        var qemu = Tools.Need("qemu-img");
        using var folder = new TemporaryFolder();
        Tools.Run(qemu, "create", "-q", "-f", "vmdk", folder["base.vmdk"], "10M");
        Tools.Run(qemu, "create", "-q", "-f", "vmdk", "-b", folder["base.vmdk"], "-F", "vmdk", folder["child.vmdk"]);
        using var file = FileDiskFile.Open(folder["child.vmdk"], readOnly: true);
        Assert.Contains(
            "differences are not read", Assert.Throws<DiskFormatException>(() => VirtualDisk.Open(file)).Message,
            StringComparison.Ordinal);
    }

    private static void Make(string qemu, string subformat, string raw, string path)
    {
        var (code, _, error) = Tools.Run(
            qemu, "convert", "-f", "raw", "-O", "vmdk", "-o", $"subformat={subformat}", raw, path);
        Assert.True(code == 0, error);
    }
}
