using HyperVLab.Disks.Raw;

namespace HyperVLab.Disks.Tests.Raw;

public class RawDiskTests
{
    [Fact]
    public void A_raw_image_is_its_bytes()
    {
        var content = Any.Bytes(100 * 512, 1);
        var file = MemoryDiskFile.FromBytes(content);
        using var disk = RawDisk.Open(file);
        Assert.Equal((VhdFormat.Raw, VhdType.Fixed, 51_200L), (disk.Format, disk.Type, disk.SizeBytes));
        Assert.Equal(content, Any.Content(disk));
        disk.Write(700, content.AsSpan(0, 1000));
        content.AsSpan(0, 1000).CopyTo(content.AsSpan(700));
        Assert.Equal(content, Any.Content(file));
        Assert.Empty(disk.Warnings);
    }

    [Fact]
    public void A_length_of_no_whole_sectors_is_filled_up_with_zeros()
    {
        var content = Any.Bytes(1000, 2);
        var file = MemoryDiskFile.FromBytes(content);
        using var disk = RawDisk.Open(file);
        Assert.Equal(1024, disk.SizeBytes);
        Assert.Contains("1000 bytes are not whole sectors", Assert.Single(disk.Warnings), StringComparison.Ordinal);
        Assert.Equal([.. content, .. new byte[24]], Any.Content(disk));
        var end = new byte[10];
        disk.Read(1005, end);
        Assert.Equal(new byte[10], end);
        Assert.Equal(1000, file.Length);
        disk.Write(1010, [7]);
        Assert.Equal([.. content, .. new byte[10], 7, .. new byte[13]], Any.Content(file));
    }

    [Fact]
    public void Extents_are_the_files_data_and_holes()
    {
        var file = new MemoryDiskFile();
        using var disk = RawDisk.Create(file, 200 * 1024);
        disk.Write(64 * 1024, Any.Bytes(1000, 1));
        Assert.Equal(
            [
                DiskExtent.Zeros(512, 65_024, 0),
                new DiskExtent(65_536, 16_384, 0, file, 65_536),
                DiskExtent.Zeros(81_920, 122_880, 0),
            ],
            disk.Extents(512, (200 * 1024) - 512));
        disk.WriteZeroes(0, 200 * 1024);
        Assert.Equal([DiskExtent.Zeros(0, 204_800, 0)], disk.Extents(0, 204_800));
        Assert.Empty(disk.AllocatedRanges());
    }

    [Fact]
    public void The_identifier_is_the_same_for_the_same_disk_and_another_for_another()
    {
        using var first = RawDisk.Open(MemoryDiskFile.FromBytes(Any.Bytes(51_200, 1)));
        using var again = RawDisk.Open(MemoryDiskFile.FromBytes(Any.Bytes(51_200, 1)));
        using var other = RawDisk.Open(MemoryDiskFile.FromBytes(Any.Bytes(51_200, 2)));
        using var longer = RawDisk.Open(MemoryDiskFile.FromBytes([.. Any.Bytes(51_200, 1), .. new byte[512]]));
        Assert.Equal(first.Identifier, again.Identifier);
        Assert.Equal(3, new[] { first.Identifier, other.Identifier, longer.Identifier }.Distinct().Count());
    }

    [Fact]
    public void An_image_grows_and_shrinks_by_whole_sectors()
    {
        using var disk = RawDisk.Create(new MemoryDiskFile(), 1024);
        disk.Write(0, Any.Bytes(1024, 1));
        disk.Resize(2048);
        Assert.Equal([.. Any.Bytes(1024, 1), .. new byte[1024]], Any.Content(disk));
        disk.Resize(512);
        Assert.Equal(Any.Bytes(1024, 1)[..512], Any.Content(disk));
        Assert.Throws<ArgumentOutOfRangeException>(() => disk.Resize(513));
        Assert.Throws<ArgumentOutOfRangeException>(() => RawDisk.Create(new MemoryDiskFile(), 0));
    }

    [Fact]
    public void An_empty_file_is_no_disk()
    {
        var error = Assert.Throws<DiskFormatException>(() => RawDisk.Open(new MemoryDiskFile()));
        Assert.Equal("raw image at offset 0: the file is empty.", error.Message);
    }
}
