using HyperVLab.Disks.Vhd;

namespace HyperVLab.Disks.Tests.Vhd;

public class DynamicDiskTests
{
    [Fact]
    public void A_new_disk_reads_as_zeros_and_its_file_is_small()
    {
        using var file = new MemoryDiskFile();
        using var disk = VhdDisk.CreateDynamic(file, Any.Creation(VhdLimits.MaximumSizeBytes));
        var bytes = Any.Bytes(4096, 1);
        disk.Read(disk.SizeBytes - bytes.Length, bytes);
        Assert.All(bytes, value => Assert.Equal(0, value));
        Assert.InRange(disk.FileSizeBytes, 4_177_920, 4_300_000);
    }

    [Fact]
    public void What_was_written_is_read_now_and_after_reopening()
    {
        var file = new MemoryDiskFile();
        var expected = new byte[Any.Size];
        using (var disk = VhdDisk.CreateDynamic(file, Any.Creation()))
        {
            foreach (var (offset, count) in new[] { (0, 512), (700, 3), (2097152 - 5, 4096), (5000000, 3000000) })
            {
                var data = Any.Bytes(count, offset);
                disk.Write(offset, data);
                data.CopyTo(expected, offset);
            }

            Assert.Equal(expected, Any.Content(disk));
        }

        using var again = VhdDisk.Open(file);
        Assert.Equal(expected, Any.Content(again));
        Assert.Empty(again.Warnings);
    }

    [Fact]
    public void Two_builds_of_one_disk_are_the_same_bytes()
    {
        static byte[] Build()
        {
            var file = new MemoryDiskFile();
            using (var disk = VhdDisk.CreateDynamic(file, Any.Creation()))
            {
                disk.Write(4_000_000, Any.Bytes(100_000, 3));
                disk.Write(0, Any.Bytes(512, 4));
            }

            return Any.Content(file);
        }

        Assert.Equal(Build(), Build());
    }

    [Fact]
    public void Data_stands_at_multiples_of_4_KiB_with_the_footer_where_the_next_bitmap_goes()
    {
        var file = new MemoryDiskFile();
        using (var disk = VhdDisk.CreateDynamic(file, Any.Creation()))
        {
            Assert.Equal(0x4000, file.Length);
            disk.Write(0, Any.Bytes(512, 1));
        }

        Assert.Equal(0x204000 + 0x1000, file.Length);
        var information = DiskInformation.Read(file);
        Assert.Equal((1, 5, 1), (information.AllocatedBlockCount, information.BlockCount, information.Alignment));
    }
}
