using HyperVLab.Disks.Operations;
using HyperVLab.Disks.Vhdx;

namespace HyperVLab.Disks.Tests.Vhdx;

/// <summary>What other programs read in our VHDX files. Where one of them is missing its tests are skipped.</summary>
public sealed class OracleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static IEnumerable<TheoryDataRow<VhdType, long, int, int>> Disks =>
        from size in new[] { VhdxLimits.MinimumSizeBytes, AnyVhdx.Size }
        from shape in new (VhdType Type, int Block, int Sector)[]
        {
            (VhdType.Fixed, 0, 512), (VhdType.Dynamic, 0, 512), (VhdType.Dynamic, AnyVhdx.Megabyte, 512),
            (VhdType.Dynamic, 2 * AnyVhdx.Megabyte, 4096), (VhdType.Fixed, AnyVhdx.Megabyte, 4096),
        }
        select new TheoryDataRow<VhdType, long, int, int>(shape.Type, size, shape.Block, shape.Sector);

    // The driver of qemu 7.2 refuses logical sectors of 4096 bytes.
    public static IEnumerable<TheoryDataRow<VhdType, long, int, int>> DisksForQemu =>
        Disks.Where(row => row.Data.Item4 == VirtualDisk.SectorBytes);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(DisksForQemu))]
    public void Qemu_finds_no_fault_and_reads_the_bytes_that_were_written(
        VhdType type, long size, int block, int sector)
    {
        var qemu = Tools.Need("qemu-img");
        File.WriteAllBytes(_folder["raw"], Write(AnyVhdx.Creation(type, size, block: block, sector: sector)));
        AssertGood(Tools.Run(qemu, "check", "-f", "vhdx", _folder["x.vhdx"]));
        AssertGood(Tools.Run(qemu, "compare", "-f", "raw", "-F", "vhdx", _folder["raw"], _folder["x.vhdx"]));
    }

    [Theory]
    [MemberData(nameof(Disks))]
    public void SevenZip_finds_no_fault_and_reads_the_bytes_that_were_written(
        VhdType type, long size, int block, int sector)
    {
        var sevenZip = Tools.Need("7zz");
        var expected = Write(AnyVhdx.Creation(type, size, block: block, sector: sector));
        AssertGood(Tools.Run(sevenZip, "t", "-tvhdx", _folder["x.vhdx"]));
        Assert.Equal(expected, Tools.Run(sevenZip, "e", "-so", "-tvhdx", _folder["x.vhdx"]).Output);
    }

    [Fact]
    public void SevenZip_reads_a_chain_of_three()
    {
        var sevenZip = Tools.Need("7zz");
        var expected = Write(AnyVhdx.Creation());
        var parents = new DirectoryParentResolver(_folder.Path);
        var below = "x.vhdx";
        foreach (var (name, number) in new[] { ("child.avhdx", 2), ("grandchild.avhdx", 3) })
        {
            var file = FileDiskFile.CreateNew(_folder[name]);
            using (var parent = VhdxDisk.Open(FileDiskFile.Open(_folder[below], readOnly: true), parents))
            {
                VhdxDisk.CreateDifferencing(file, AnyVhdx.Creation(size: 0, number: number), Any.LinkTo(parent, below));
            }

            using var child = VhdxDisk.Open(file, parents);
            WriteSome(child, expected, number);
            below = name;
        }

        AssertGood(Tools.Run(sevenZip, "t", "-tvhdx", _folder["grandchild.avhdx"]));
        Assert.Equal(expected, Tools.Run(sevenZip, "e", "-so", "-tvhdx", _folder["grandchild.avhdx"]).Output);
    }

    [Theory]
    [InlineData("dynamic", "on")]
    [InlineData("dynamic", "off")]
    [InlineData("fixed", "on")]
    public void What_qemu_makes_is_read_and_can_be_written(string subformat, string zeroState)
    {
        var qemu = Tools.Need("qemu-img");
        var expected = Any.Bytes((int)AnyVhdx.Size, 1);
        expected.AsSpan(3_000_000, 4_000_000).Clear();
        File.WriteAllBytes(_folder["raw"], expected);
        var options = $"subformat={subformat},block_size=1M,block_state_zero={zeroState}";
        AssertGood(Tools.Run(
            qemu, "convert", "-f", "raw", "-O", "vhdx", "-o", options, _folder["raw"], _folder["x.vhdx"]));
        using (var disk = VirtualDisk.Open(FileDiskFile.Open(_folder["x.vhdx"], readOnly: false)))
        {
            Assert.Empty(disk.Warnings);
            Assert.Equal(expected, Any.Content(disk));
            WriteSome(disk, expected, 8);
        }

        File.WriteAllBytes(_folder["raw"], expected);
        AssertGood(Tools.Run(qemu, "check", "-f", "vhdx", _folder["x.vhdx"]));
        AssertGood(Tools.Run(qemu, "compare", "-f", "raw", "-F", "vhdx", _folder["raw"], _folder["x.vhdx"]));
    }

    [Fact]
    public void Qemu_and_SevenZip_agree_after_random_writes_resizes_and_compactions() => Seed.Run(4, random =>
    {
        var (qemu, sevenZip) = (Tools.Need("qemu-img"), Tools.Need("7zz"));
        var path = _folder[$"{random.Next()}.vhdx"];
        var model = new byte[AnyVhdx.Size];
        using (var disk = VirtualDisk.Create(FileDiskFile.CreateNew(path), AnyVhdx.Creation()))
        {
            for (var step = 0; step < 6; step++)
            {
                WriteSome(disk, model, random.Next());
                var block = random.Next(9);
                disk.RemoveBlocks([block], DiskWork.Unwatched);
                var start = block * AnyVhdx.Megabyte;
                model.AsSpan(Math.Min(start, model.Length)..Math.Min(start + AnyVhdx.Megabyte, model.Length)).Clear();
                Array.Resize(ref model, (9 * AnyVhdx.Megabyte) + (4096 * random.Next(3000)));
                disk.Resize(model.Length);
            }

            // The table of a terabyte has no room in its old region.
            disk.Resize(random.Next(2) == 0 ? 1L << 40 : model.Length);
            disk.Resize(model.Length);
        }

        File.WriteAllBytes(_folder["raw"], model);
        AssertGood(Tools.Run(qemu, "check", "-f", "vhdx", path));
        AssertGood(Tools.Run(qemu, "compare", "-f", "raw", "-F", "vhdx", _folder["raw"], path));
        AssertGood(Tools.Run(sevenZip, "t", "-tvhdx", path));
        Assert.Equal(model, Tools.Run(sevenZip, "e", "-so", "-tvhdx", path).Output);
    });

    [Fact]
    public void Qemu_replays_the_log_of_a_disk_that_was_not_closed()
    {
        var qemu = Tools.Need("qemu-img");
        var file = new MemoryDiskFile();
        var expected = new byte[AnyVhdx.Size];
        using var disk = VhdxDisk.Create(file, AnyVhdx.Creation());
        WriteSome(disk, expected, 4);
        disk.Flush();
        var left = file.Clone();

        // As if the table had not reached its place yet: only the log knows the blocks.
        left.Write(3 * AnyVhdx.Megabyte, new byte[4096]);
        File.WriteAllBytes(_folder["x.vhdx"], Any.Content(left));
        File.WriteAllBytes(_folder["raw"], expected);
        Tools.Run(qemu, "check", "-r", "all", "-f", "vhdx", _folder["x.vhdx"]);
        AssertGood(Tools.Run(qemu, "check", "-f", "vhdx", _folder["x.vhdx"]));
        AssertGood(Tools.Run(qemu, "compare", "-f", "raw", "-F", "vhdx", _folder["raw"], _folder["x.vhdx"]));
    }

    private static void AssertGood((int ExitCode, byte[] Output, string Error) result)
        => Assert.True(result.ExitCode == 0, System.Text.Encoding.UTF8.GetString(result.Output) + result.Error);

    private static void WriteSome(VirtualDisk disk, byte[] model, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 12; i++)
        {
            var offset = random.Next(model.Length);
            var bytes = Any.Bytes(Math.Min(random.Next(300_000) + 1, model.Length - offset), seed + i);
            disk.Write(offset, bytes);
            bytes.CopyTo(model, offset);
            if (i == 6)
            {
                disk.Flush();
            }
        }

        disk.Write(model.Length - 1, [0x5A]);
        model[^1] = 0x5A;
    }

    private byte[] Write(DiskCreation creation)
    {
        using var disk = VirtualDisk.Create(FileDiskFile.CreateNew(_folder["x.vhdx"]), creation);
        var expected = new byte[creation.SizeBytes];
        WriteSome(disk, expected, 5);
        return expected;
    }
}
