using System.Buffers.Binary;
using HyperVLab.Disks.Operations;

namespace HyperVLab.Disks.Tests.Vmdk;

/// <summary>Descriptors and extents that lie.</summary>
public class VmdkBadFileTests
{
    private const int Size = 64 * VmdkImage.GrainBytes;

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("..")]
    [InlineData("/etc/passwd")]
    [InlineData(@"..\secret.vmdk")]
    [InlineData(@"C:\secret.vmdk")]
    [InlineData("C:secret.vmdk")]
    [InlineData("disk.vmdk:stream")]
    [InlineData("folder/disk.vmdk")]
    [InlineData("")]
    [InlineData("disk\u0001.vmdk")]
    public void An_extent_is_a_plain_file_name_or_it_is_not_opened(string name)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["inner"]);
        Directory.CreateDirectory(folder["inner/folder"]);
        File.WriteAllBytes(folder["secret.vmdk"], new byte[4096]);
        File.WriteAllBytes(folder["inner/folder/disk.vmdk"], new byte[4096]);
        var file = VmdkImage.Text(VmdkImage.Descriptor($"RW 8 FLAT \"{name}\" 0"));
        var error = Assert.Throws<DiskFormatException>(
            () => VirtualDisk.Open(file, DirectoryParentResolver.Anywhere(folder["inner"])));
        Assert.Contains("only files beside the descriptor are opened", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_out_of_the_folder_is_not_followed_but_one_to_a_file_beside_is()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links needs a right on Windows.");
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["inner"]);
        File.WriteAllBytes(folder["secret"], Any.Bytes(4096, 1));
        File.WriteAllBytes(folder["inner/real"], Any.Bytes(4096, 2));
        File.CreateSymbolicLink(folder["inner/out"], folder["secret"]);
        File.CreateSymbolicLink(folder["inner/beside"], "real");
        foreach (var parents in new IParentResolver[]
        {
            DirectoryParentResolver.Anywhere(folder["inner"]), new DirectoryParentResolver(folder["inner"]),
        })
        {
            var error = Assert.Throws<DiskFormatException>(() => VirtualDisk.Open(
                VmdkImage.Text(VmdkImage.Descriptor("RW 8 FLAT \"out\" 0")), parents));
            Assert.Contains("\"out\", which is not beside it", error.Message, StringComparison.Ordinal);
            using var disk = VirtualDisk.Open(
                VmdkImage.Text(VmdkImage.Descriptor("RW 8 FLAT \"beside\" 0")), parents);
            Assert.Equal(Any.Bytes(4096, 2), Any.Content(disk));
        }
    }

    [Theory]
    [InlineData(
        "parentCID=ffffffff", "parentCID=0badcafe\nparentFileNameHint=\"base.vmdk\"",
        "difference to the disk \"base.vmdk\"")]
    [InlineData("RW 1024", "RW 0", "0 sectors in extent 1")]
    [InlineData("RW 1024", "RW 9223372036854775807", "9223372036854775807 sectors")]
    [InlineData("RW 1024", "RW 99999999999999999999", "not understood")]
    [InlineData("RW 1024", "RW -8", "not understood")]
    [InlineData("RW 1024", "NOACCESS 1024", "may not be read")]
    [InlineData("RW 1024", "RW 2048", "2048 sectors", "its file says")]
    [InlineData("SPARSE", "VMFSRDM", "names others")]
    [InlineData("RW 1024 SPARSE \"disk.vmdk\"", "", "names no extents")]
    [InlineData("# Disk Desc", "# Disc Desc", "does not start with")]
    public void A_descriptor_that_cannot_be_is_refused_with_the_reason(
        string good, string bad, string reason, string? other = null)
    {
        var descriptor = VmdkImage.Descriptor(VmdkImage.Sparse(Size))
            .Replace(good, bad, StringComparison.Ordinal);
        var file = VmdkImage.Extent(new byte[Size], descriptor);
        var error = Assert.Throws<DiskFormatException>(() => VirtualDisk.Open(file));
        Assert.Contains(other ?? reason, error.Message, StringComparison.Ordinal);
        Assert.Equal(DiskDefectSeverity.Error, Assert.Single(DiskCheck.Run(file)).Severity);
    }

    [Fact]
    public void A_disk_of_extents_of_another_kind_is_refused_by_name()
    {
        foreach (var type in new[] { "VMFSSPARSE", "VMFSRDM", "SESPARSE" })
        {
            var error = Assert.Throws<DiskFormatException>(() => VirtualDisk.Open(
                VmdkImage.Text(VmdkImage.Descriptor($"RW 8 {type} \"disk-delta.vmdk\""))));
            Assert.Contains($"of type {type}, which is not read", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_flat_extent_that_is_longer_than_its_file_is_refused()
    {
        var parents = new KnownParents().With("f", Sized(new MemoryDiskFile(), 4096));
        foreach (var line in new[] { "RW 9 FLAT \"f\" 0", "RW 8 FLAT \"f\" 1", "RW 1 FLAT \"f\" 99999999999" })
        {
            Assert.Throws<DiskFormatException>(
                () => VirtualDisk.Open(VmdkImage.Text(VmdkImage.Descriptor(line)), parents));
        }
    }

    [Theory]
    [InlineData(4, 9, "version 9")]
    [InlineData(13, 0, "0 sectors")]
    [InlineData(19, 255, "is not read")]
    [InlineData(20, 4, "a grain of 4 sectors")]
    [InlineData(20, 17, "a grain of 17 sectors")]
    [InlineData(22, 255, "a grain of")]
    [InlineData(28, 0, "one part of a disk in several files")]
    [InlineData(34, 255, "a descriptor of")]
    [InlineData(40, 255, "a descriptor of")]
    [InlineData(44, 1, "a grain table of")]
    [InlineData(74, 10, "as a transfer as text does")]
    public void A_header_that_cannot_be_is_refused_with_the_reason(int place, byte value, string reason)
    {
        var file = VmdkImage.Extent(new byte[Size], VmdkImage.Descriptor(VmdkImage.Sparse(Size)));
        file.Write(place, [value]);
        var error = Assert.Throws<DiskFormatException>(() => VirtualDisk.Open(file));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Grains_out_of_the_file_or_shared_are_found_by_the_check()
    {
        var content = Any.Bytes(Size, 3);
        var file = VmdkImage.Extent(content, VmdkImage.Descriptor(VmdkImage.Sparse(Size)));
        var table = TablePlace(file);
        var entry = new byte[4];
        file.Read(table, entry);
        file.Write(table + 4, entry);
        Assert.Contains(
            DiskCheck.Run(file), defect => defect.Problem == "two grains share it"
                && defect.Severity == DiskDefectSeverity.Error);
        Assert.Contains(DiskCheck.Run(file), defect => defect.Problem.Contains("copy of grain table 0"));
        file.Write(table + 4, [0, 0, 0, 127]);
        using var disk = VirtualDisk.Open(file);
        var error = Assert.Throws<DiskFormatException>(() => Any.Content(disk));
        Assert.Contains("grain 1 is not within the file", error.Message, StringComparison.Ordinal);
        Assert.Contains(DiskCheck.Run(file), defect => defect.Problem.Contains("grain 1 is not within the file"));
    }

    [Fact]
    public void Tables_that_share_a_place_are_refused()
    {
        const int Large = 1024 * VmdkImage.GrainBytes;
        var file = VmdkImage.Extent(new byte[Large], VmdkImage.Descriptor(VmdkImage.Sparse(Large)));
        var directory = Number(file, 56) * 512;
        var entry = new byte[4];
        file.Read(directory, entry);
        file.Write(directory + 4, entry);
        var error = Assert.Throws<DiskFormatException>(() => VirtualDisk.Open(file));
        Assert.Contains("grain table 1 is another one's too", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "it is of sector")]
    [InlineData(8, "it cannot have")]
    [InlineData(30, "unpack")]
    public void A_compressed_grain_that_is_damaged_is_named(int place, string reason)
    {
        var file = VmdkImage.Stream(Any.Bytes(Size, 4), VmdkImage.Descriptor(VmdkImage.Sparse(Size)));
        Span<byte> grain = stackalloc byte[4];
        const int First = 21 * 512;
        file.Read(First + place, grain);
        grain[0] ^= 0x55;
        grain[3] ^= 0x55;
        file.Write(First + place, grain);
        using var disk = VirtualDisk.Open(file);
        var error = Assert.Throws<DiskFormatException>(() => Any.Content(disk));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, Assert.Single(DiskCheck.Run(file)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stream_that_was_cut_off_is_refused()
    {
        var file = VmdkImage.Stream(Any.Bytes(Size, 4), VmdkImage.Descriptor(VmdkImage.Sparse(Size)));
        file.SetLength(file.Length - 20_000);
        Assert.Contains(
            "VMDK footer", Assert.Throws<DiskFormatException>(() => VirtualDisk.Open(file)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Descriptors_of_any_bytes_throw_nothing_but_what_they_should()
        => Seed.Run(300, random =>
        {
            var file = VmdkImage.Text(VmdkImage.Descriptor("RW 8 FLAT \"f\" 0\nRW 8 ZERO\nRW 64 SPARSE \"s\""));
            for (var i = random.Next(1, 5); i > 0; i--)
            {
                file.Write(random.Next(22, (int)file.Length), [(byte)random.Next(256)]);
            }

            var parents = new KnownParents().With("f", Sized(new MemoryDiskFile(), 4096))
                .With("s", VmdkImage.Extent(new byte[64 * 512], descriptor: null));
            try
            {
                using var disk = VirtualDisk.Open(file, parents);
                Any.Content(disk);
            }
            catch (DiskFormatException)
            {
                Assert.NotEmpty(DiskCheck.Run(file, parents));
            }
        });

    private static MemoryDiskFile Sized(MemoryDiskFile file, long length)
    {
        file.SetLength(length);
        return file;
    }

    private static long TablePlace(MemoryDiskFile file) => Number(file, Number(file, 56) * 512) * 512;

    private static long Number(MemoryDiskFile file, long place)
    {
        Span<byte> bytes = stackalloc byte[4];
        file.Read(place, bytes);
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }
}
