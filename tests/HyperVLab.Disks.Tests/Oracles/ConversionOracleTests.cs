using System.Text.Json;
using HyperVLab.Disks.Operations;
using HyperVLab.Disks.Tests.Operations;

namespace HyperVLab.Disks.Tests.Oracles;

/// <summary>What other programs read in the disks that conversions make.</summary>
public class ConversionOracleTests
{
    [Fact]
    public void Qemu_reads_the_same_in_every_converted_disk()
    {
        var qemu = Tools.Need("qemu-img");
        Seed.Run(12, random =>
        {
            using var folder = new TemporaryFolder();
            var creation = Convert(random, folder);
            var format = creation.Format switch
            {
                VhdFormat.Raw => "raw", VhdFormat.VHD => "vpc", _ => "vhdx",
            };
            var (code, output, error) = Tools.Run(
                qemu, "compare", "-f", "raw", "-F", format, folder["expected"], folder["target"]);
            Assert.True(code == 0, $"{creation}: {System.Text.Encoding.UTF8.GetString(output)}{error}");
            var information = Tools.Run(qemu, "info", "-f", format, "--output=json", folder["target"]).Output;
            using var json = JsonDocument.Parse(information);
            Assert.Equal(
                new FileInfo(folder["expected"]).Length, json.RootElement.GetProperty("virtual-size").GetInt64());
        });
    }

    [Fact]
    public void SevenZip_finds_no_fault_and_reads_the_same_in_every_converted_disk()
    {
        var sevenZip = Tools.Need("7zz");
        Seed.Run(12, random =>
        {
            using var folder = new TemporaryFolder();
            // 7-Zip opens only VHDX files of a multiple of eight sectors.
            var creation = Convert(random, folder, stepBytes: 4096);
            if (creation.Format == VhdFormat.Raw)
            {
                return;
            }

            var type = creation.Format == VhdFormat.VHD ? "-tvhd" : "-tvhdx";
            var (code, output, _) = Tools.Run(sevenZip, "t", type, folder["target"]);
            Assert.True(code == 0, $"{creation}: {System.Text.Encoding.UTF8.GetString(output)}");
            Assert.Equal(
                File.ReadAllBytes(folder["expected"]), Tools.Run(sevenZip, "e", "-so", type, folder["target"]).Output);
        });
    }

    [Theory]
    [InlineData("vpc", "subformat=dynamic,force_size=on")]
    [InlineData("vpc", "subformat=fixed,force_size=on")]
    [InlineData("vhdx", "subformat=dynamic")]
    [InlineData("vhdx", "subformat=fixed")]
    [InlineData("raw", "preallocation=off")]
    public void What_qemu_converted_is_converted_back(string format, string options)
    {
        var qemu = Tools.Need("qemu-img");
        Seed.Run(3, random =>
        {
            using var folder = new TemporaryFolder();
            var content = Conversions.Content(random, Conversions.Size(random));
            File.WriteAllBytes(folder["raw"], content);
            Tools.Run(
                qemu, "convert", "-f", "raw", "-O", format, "-o", options, folder["raw"], folder["source"]);
            var file = FileDiskFile.Open(folder["source"], readOnly: true);
            using VirtualDisk source = format == "raw" ? Disks.Raw.RawDisk.Open(file) : VirtualDisk.Open(file);
            using var target = FileDiskFile.CreateNew(folder["target"]);
            var creation = Conversions.Creation(random);
            DiskConversion.Run(source, target, creation, DiskWork.Unwatched);
            Assert.Equal(content, Conversions.Read(target, creation));
        });
    }

    private static DiskCreation Convert(Random random, TemporaryFolder folder, int stepBytes = 512)
    {
        var content = Conversions.Content(random, Conversions.Size(random) / stepBytes * stepBytes);
        File.WriteAllBytes(folder["expected"], content);
        var number = 0;
        using var source = Conversions.Source(
            random, content, () => FileDiskFile.CreateNew(folder[$"source{number++}"]));
        using var target = FileDiskFile.CreateNew(folder["target"]);
        var creation = Conversions.Creation(random);
        DiskConversion.Run(source, target, creation, DiskWork.Unwatched);
        return creation;
    }
}
