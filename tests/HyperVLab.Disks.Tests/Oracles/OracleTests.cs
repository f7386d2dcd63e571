using System.Globalization;
using System.Text.Json;
using HyperVLab.Disks.Vhd;

namespace HyperVLab.Disks.Tests.Oracles;

/// <summary>What other programs read in our disks. Where one of them is missing its tests are skipped.</summary>
public class OracleTests
{
    private static readonly long[] _sizes = [VhdLimits.MinimumSizeBytes, Any.Size, 4 * 1024 * 1024 + 512];

    public static IEnumerable<TheoryDataRow<VhdType, long, int>> Disks =>
        from size in _sizes
        from shape in new (VhdType Type, int Block)[]
        {
            (VhdType.Fixed, 0), (VhdType.Dynamic, 512 * 1024), (VhdType.Dynamic, 2 * 1024 * 1024),
            (VhdType.Dynamic, 16 * 1024 * 1024),
        }
        select new TheoryDataRow<VhdType, long, int>(shape.Type, size, shape.Block);

    [Theory]
    [MemberData(nameof(Disks))]
    public void Qemu_reads_the_bytes_that_were_written(VhdType type, long size, int block)
    {
        var qemu = Tools.Need("qemu-img");
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["raw"], Write(folder["x.vhd"], type, size, block));
        var (code, output, error) = Tools.Run(
            qemu, "compare", "-f", "raw", "-F", "vpc", folder["raw"], folder["x.vhd"]);
        Assert.True(code == 0, System.Text.Encoding.UTF8.GetString(output) + error);
        Assert.Equal(size, JsonNumber(qemu, "info", folder["x.vhd"], "virtual-size"));
    }

    [Theory]
    [MemberData(nameof(Disks))]
    public void SevenZip_finds_no_fault_and_reads_the_bytes_that_were_written(VhdType type, long size, int block)
    {
        var sevenZip = Tools.Need("7zz");
        using var folder = new TemporaryFolder();
        var expected = Write(folder["x.vhd"], type, size, block);
        var (code, output, _) = Tools.Run(sevenZip, "t", "-tvhd", folder["x.vhd"]);
        Assert.True(code == 0, System.Text.Encoding.UTF8.GetString(output));
        Assert.Equal(expected, Tools.Run(sevenZip, "e", "-so", "-tvhd", folder["x.vhd"]).Output);
    }

    [Fact]
    public void SevenZip_reads_a_chain_of_three()
    {
        var sevenZip = Tools.Need("7zz");
        using var folder = new TemporaryFolder();
        var expected = Write(folder["base.vhd"], VhdType.Dynamic, Any.Size, 2 * 1024 * 1024);
        var below = "base.vhd";
        foreach (var (name, number) in new[] { ("child.avhd", 2), ("grandchild.avhd", 3) })
        {
            var parents = new DirectoryParentResolver(folder.Path);
            var file = FileDiskFile.CreateNew(folder[name]);
            using (var parent = VhdDisk.Open(FileDiskFile.Open(folder[below], readOnly: true), parents))
            {
                VhdDisk.CreateDifferencing(file, Any.Creation(0, number), Any.LinkTo(parent, below));
            }

            using var child = VhdDisk.Open(file, parents);
            WriteSome(child, expected, number);
            below = name;
        }

        Assert.Equal(0, Tools.Run(sevenZip, "t", "-tvhd", folder["grandchild.avhd"]).ExitCode);
        Assert.Equal(expected, Tools.Run(sevenZip, "e", "-so", "-tvhd", folder["grandchild.avhd"]).Output);
    }

    [Fact]
    public void Qemu_sees_the_size_of_the_largest_disk_and_no_data_in_it()
    {
        var qemu = Tools.Need("qemu-img");
        using var folder = new TemporaryFolder();
        var file = FileDiskFile.CreateNew(folder["x.vhd"]);
        VhdDisk.CreateDynamic(file, Any.Creation(VhdLimits.MaximumSizeBytes)).Dispose();
        Assert.Equal(VhdLimits.MaximumSizeBytes, JsonNumber(qemu, "info", folder["x.vhd"], "virtual-size"));
        var (_, map, _) = Tools.Run(qemu, "map", "-f", "vpc", "--output=json", folder["x.vhd"]);
        using var ranges = JsonDocument.Parse(map);
        Assert.DoesNotContain(ranges.RootElement.EnumerateArray(), range => range.GetProperty("data").GetBoolean());
    }

    [Theory]
    [InlineData("dynamic")]
    [InlineData("fixed")]
    public void What_qemu_makes_is_read_and_can_be_written(string subformat)
    {
        var qemu = Tools.Need("qemu-img");
        using var folder = new TemporaryFolder();
        var expected = Any.Bytes((int)Any.Size, 1);
        expected.AsSpan(3_000_000, 4_000_000).Clear();
        File.WriteAllBytes(folder["raw"], expected);
        Tools.Run(
            qemu, "convert", "-f", "raw", "-O", "vpc", "-o", $"force_size=on,subformat={subformat}", folder["raw"],
            folder["x.vhd"]);
        using (var disk = VhdDisk.Open(FileDiskFile.Open(folder["x.vhd"], readOnly: false)))
        {
            Assert.Equal(expected, Any.Content(disk));
            WriteSome(disk, expected, 8);
        }

        File.WriteAllBytes(folder["raw"], expected);
        var (code, _, error) = Tools.Run(
            qemu, "compare", "-f", "raw", "-F", "vpc", folder["raw"], folder["x.vhd"]);
        Assert.True(code == 0, error);
    }

    private static byte[] Write(string path, VhdType type, long size, int block)
    {
        var file = FileDiskFile.CreateNew(path);
        using var disk = type == VhdType.Fixed
            ? VhdDisk.CreateFixed(file, Any.Creation(size))
            : VhdDisk.CreateDynamic(file, Any.Creation(size, block: block));
        var expected = new byte[size];
        WriteSome(disk, expected, 5);
        return expected;
    }

    private static void WriteSome(VhdDisk disk, byte[] model, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 12; i++)
        {
            var offset = random.Next(model.Length);
            var bytes = Any.Bytes(Math.Min(random.Next(300_000) + 1, model.Length - offset), seed + i);
            disk.Write(offset, bytes);
            bytes.CopyTo(model, offset);
        }

        disk.Write(model.Length - 1, [0x5A]);
        model[^1] = 0x5A;
    }

    private static long JsonNumber(string qemu, string command, string path, string property)
    {
        var (_, output, _) = Tools.Run(qemu, command, "-f", "vpc", "--output=json", path);
        using var json = JsonDocument.Parse(output);
        return long.Parse(json.RootElement.GetProperty(property).GetRawText(), CultureInfo.InvariantCulture);
    }
}
