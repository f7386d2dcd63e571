using System.Text;
using HyperVLab.Disks.Tests.Odd;
using HyperVLab.Disks.Vhd;

namespace HyperVLab.Disks.Tests.Oracles;

/// <summary>
/// Where another reader is wrong, or stricter than the specification, and why this library differs. When one of these
/// fails, that program may have been mended.
/// </summary>
public sealed class OtherReadersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Before version 10 it takes the geometry of disks of most creators, which is a little less than the size.
    [Fact]
    public void Qemu_cuts_a_disk_of_creator_vpc_to_its_geometry()
        => Assert.DoesNotContain(
            $": {Any.Size},", QemuSize(OddDisk.Named("creator vpc").Bytes), StringComparison.Ordinal);

    // It has no idea of bitmaps: a clear bit means zeros (specification, "Block Allocation Table and Data Blocks").
    [Fact]
    public void Qemu_shows_data_under_a_clear_bit()
    {
        var bytes = OddDisk.Plain().Make();
        bytes.AsSpan(0x800, 512).Clear();
        using var disk = VhdDisk.Open(MemoryDiskFile.FromBytes(bytes));
        File.WriteAllBytes(_folder["x.vhd"], bytes);
        File.WriteAllBytes(_folder["raw"], Any.Content(disk));
        var compared = Tools.Run(
            Tools.Need("qemu-img"), "compare", "-f", "raw", "-F", "vpc", _folder["raw"], _folder["x.vhd"]);
        Assert.Equal(1, compared.ExitCode);
        Assert.DoesNotContain(Any.Content(disk)[..(2 * 1024 * 1024)], value => value != 0);
    }

    // It reads the copy at offset 0 alone, and takes a guest's bytes for it where a fixed disk starts with a footer.
    [Fact]
    public void Qemu_takes_the_first_sector_of_a_fixed_disk_for_a_footer()
    {
        var image = new VhdImage { Type = VhdImage.Fixed };
        var bytes = image.Make();
        OddDisk.Plain().Make().AsSpan(0, 512).CopyTo(bytes);
        using var disk = VhdDisk.Open(MemoryDiskFile.FromBytes(bytes));
        Assert.Equal((VhdType.Fixed, Any.Size), (disk.Type, disk.SizeBytes));
        File.WriteAllBytes(_folder["x.vhd"], bytes);
        var told = Tools.Run(Tools.Need("qemu-img"), "info", "-f", "vpc", _folder["x.vhd"]);
        Assert.NotEqual(0, told.ExitCode);
    }

    // Who stopped between the two footers of a resize left two good disks: that after it by the trailing footer, which
    // counts, and that before it by the copy.
    [Fact]
    public void Qemu_finds_a_disk_as_it_was_before_a_change_that_stopped_between_its_footers()
    {
        var before = OddDisk.Plain().Make();
        var file = MemoryDiskFile.FromBytes([.. before]);
        using (var disk = VhdDisk.Open(file))
        {
            disk.Resize(Any.Size + (4 << 20));
        }

        file.Write(0, before.AsSpan(0, 512));
        using var between = VhdDisk.Open(file, readOnly: true);
        Assert.Equal(Any.Size + (4 << 20), between.SizeBytes);
        using var old = VhdDisk.Open(MemoryDiskFile.FromBytes(before));
        File.WriteAllBytes(_folder["raw"], Any.Content(old));
        Assert.Contains($": {Any.Size},", QemuSize(Any.Content(file)), StringComparison.Ordinal);
        var compared = Tools.Run(
            Tools.Need("qemu-img"), "compare", "-f", "raw", "-F", "vpc", _folder["raw"], _folder["x.vhd"]);
        Assert.Equal(0, compared.ExitCode);
    }

    // It opens a child without its parent, and a header whose checksum is wrong.
    [Fact]
    public void Qemu_opens_what_is_broken()
    {
        var child = new VhdImage { Type = VhdImage.Differencing, ParentNumber = 9, ParentName = "gone.vhd" }.Make();
        foreach (var bytes in new[] { child, OddDisk.Named("a wrong checksum of the header").Bytes })
        {
            Assert.ThrowsAny<DiskFormatException>(() => VhdDisk.Open(MemoryDiskFile.FromBytes(bytes)));
            File.WriteAllBytes(_folder["x.vhd"], bytes);
            Assert.Equal(0, Tools.Run(Tools.Need("qemu-img"), "info", "-f", "vpc", _folder["x.vhd"]).ExitCode);
        }
    }

    // Two entries with one block would let a write to one place of the disk change another.
    [Theory]
    [InlineData("two entries with one block")]
    [InlineData("format version 2")]
    public void SevenZip_finds_no_fault_in_what_is_broken(string name)
        => Assert.Equal(0, SevenZip(OddDisk.Named(name).Bytes));

    // The specification says to take the copy, and the old length is in it too.
    [Theory]
    [InlineData("a damaged trailing footer")]
    [InlineData("no copy at the start")]
    [InlineData("a fixed disk with 511 bytes of footer")]
    [InlineData("more table entries than blocks")]
    public void SevenZip_refuses_what_can_be_read(string name)
        => Assert.NotEqual(0, SevenZip(OddDisk.Named(name).Bytes));

    private int SevenZip(byte[] bytes)
    {
        File.WriteAllBytes(_folder["x.vhd"], bytes);
        return Tools.Run(Tools.Need("7zz"), "t", "-tvhd", _folder["x.vhd"]).ExitCode;
    }

    private string QemuSize(byte[] bytes)
    {
        File.WriteAllBytes(_folder["x.vhd"], bytes);
        return Encoding.UTF8.GetString(Tools.Run(
            Tools.Need("qemu-img"), "info", "-f", "vpc", "--output=json", _folder["x.vhd"]).Output);
    }
}
