using HyperVLab.Disks.Vhd;

namespace HyperVLab.Disks.Tests.Vhd;

public class SectorBitmapTests
{
    private const int BitmapOffset = 0x3E00;

    [Fact]
    public void Only_written_sectors_have_their_bit_set_highest_bit_first()
    {
        var file = new MemoryDiskFile();
        using (var disk = VhdDisk.CreateDynamic(file, Any.Creation()))
        {
            disk.Write(512, Any.Bytes(1024, 1));
            disk.Write(20 * 512 + 5, [1]);
        }

        Assert.Equal([0x60, 0, 0x08, 0], Any.Content(file)[BitmapOffset..(BitmapOffset + 4)]);
    }

    [Fact]
    public void A_last_block_that_is_not_whole_has_no_bits_beyond_the_disk()
    {
        var file = new MemoryDiskFile();
        using (var disk = VhdDisk.CreateDynamic(file, Any.Creation(VhdLimits.MinimumSizeBytes)))
        {
            disk.Write(2 * 1024 * 1024, Any.Bytes(1024 * 1024, 1));
        }

        var bitmap = Any.Content(file)[BitmapOffset..(BitmapOffset + 512)];
        Assert.All(bitmap[..256], value => Assert.Equal(0xFF, value));
        Assert.All(bitmap[256..], value => Assert.Equal(0, value));
    }

    [Fact]
    public void Random_writes_and_reads_agree_with_a_plain_array() => Seed.Run(30, random =>
    {
        var block = 512 * 1024 << random.Next(3);
        var file = new MemoryDiskFile();
        var model = new byte[3 * 1024 * 1024 + (512 * random.Next(2000))];
        var disk = VhdDisk.CreateDynamic(file, Any.Creation(model.Length, block: block));
        for (var step = 0; step < 60; step++)
        {
            var offset = random.Next(model.Length);
            var bytes = new byte[random.Next(Math.Min(200_000, model.Length - offset)) + 1];
            if (random.Next(3) > 0)
            {
                random.NextBytes(bytes);
                bytes.CopyTo(model, offset);
                disk.Write(offset, bytes);
            }
            else
            {
                disk.Read(offset, bytes);
                Assert.Equal(model[offset..(offset + bytes.Length)], bytes);
            }

            if (random.Next(20) == 0)
            {
                disk.Dispose();
                disk = VhdDisk.Open(file);
            }
        }

        Assert.Equal(model, Any.Content(disk));
        disk.Dispose();
    });
}
