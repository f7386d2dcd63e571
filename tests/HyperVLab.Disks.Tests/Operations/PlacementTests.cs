using HyperVLab.Disks.Operations;

namespace HyperVLab.Disks.Tests.Operations;

public class PlacementTests
{
    private const long Megabyte = 1L << 20;

    [Theory]
    [InlineData(VhdFormat.VHD)]
    [InlineData(VhdFormat.VHDX)]
    public void Blocks_have_their_places_before_anything_is_written(VhdFormat format)
    {
        var file = new MemoryDiskFile();
        DiskPlacement.Create(file, Creation(format), 5 * Megabyte);
        using (var disk = VirtualDisk.Open(file.Clone()))
        {
            var placed = Assert.Single(disk.AllocatedRanges());
            Assert.Equal(0, placed.Offset);
            Assert.InRange(placed.End, 5 * Megabyte, (5 * Megabyte) + disk.BlockSizeBytes);
            Assert.True(file.Length > 5 * Megabyte);
            Assert.False(Any.Content(disk).AsSpan().ContainsAnyExcept((byte)0));
            Assert.Empty(DiskCheck.Run(file.Clone()));
        }

        using (var disk = VirtualDisk.Open(file))
        {
            var length = disk.FileSizeBytes;
            disk.Write(3 * Megabyte, "hello"u8);
            disk.Flush();
            Assert.Equal(length, disk.FileSizeBytes);
            var bytes = new byte[5];
            disk.Read(3 * Megabyte, bytes);
            Assert.Equal("hello"u8, bytes);
        }
    }

    [Fact]
    public void All_of_a_fixed_disk_has_its_place()
    {
        var file = new MemoryDiskFile();
        DiskPlacement.Create(file, Creation(VhdFormat.VHD) with { Type = VhdType.Fixed }, Megabyte);
        using var disk = VirtualDisk.Open(file);
        Assert.Equal(VhdType.Fixed, disk.Type);
    }

    [Fact]
    public void A_disk_has_no_more_places_than_blocks() => Assert.Throws<ArgumentOutOfRangeException>(
        () => DiskPlacement.Create(new MemoryDiskFile(), Creation(VhdFormat.VHD), 65 * Megabyte));

    private static DiskCreation Creation(VhdFormat format) =>
        Any.Creation(64 * Megabyte) with { Format = format, Type = VhdType.Dynamic };
}
