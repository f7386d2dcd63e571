using HyperVLab.Disks.Partitions;
using HyperVLab.Disks.Vhd;

namespace HyperVLab.Disks.Tests.Partitions;

public class MasterBootRecordTests
{
    [Fact]
    public void A_record_comes_back_as_it_was_written()
    {
        using var disk = VhdDisk.CreateDynamic(new MemoryDiskFile(), Any.Creation());
        Assert.Null(MasterBootRecord.Read(disk));
        var record = MasterBootRecord.WithOnePartition(disk.SizeBytes, 0xDEADBEEF, 0x07);
        record.Write(disk);
        var read = MasterBootRecord.Read(disk)!;
        Assert.Equal(0xDEADBEEFu, read.DiskSignature);
        Assert.Equal(record.Partitions, read.Partitions);
        Assert.Equal(new MbrPartition(true, 0x07, 2048, 8 * 2048), read.Partitions[0]);
        Assert.Equal(9L * 1024 * 1024, read.EndOfLastPartition);
    }

    [Fact]
    public void Boot_code_stays_where_it_is()
    {
        using var disk = VhdDisk.CreateDynamic(new MemoryDiskFile(), Any.Creation());
        var code = Any.Bytes(440, 1);
        disk.Write(0, code);
        MasterBootRecord.WithOnePartition(disk.SizeBytes, 1, 0x07).Write(disk);
        Assert.Equal(code, Any.Content(disk)[..440]);
    }

    [Fact]
    public void The_largest_disk_fits_the_table()
    {
        var record = MasterBootRecord.WithOnePartition(VhdLimits.MaximumSizeBytes, 1, 0x07);
        Assert.Equal(VhdLimits.MaximumSizeBytes, record.EndOfLastPartition);
        Assert.Throws<ArgumentOutOfRangeException>(() => MasterBootRecord.WithOnePartition(1L << 42, 1, 0x07));
        Assert.Throws<ArgumentOutOfRangeException>(() => MasterBootRecord.WithOnePartition(1 << 20, 1, 0x07));
    }

    [Fact]
    public void Any_sector_with_the_mark_can_be_read() => Seed.Run(200, random =>
    {
        var bytes = new byte[512];
        random.NextBytes(bytes);
        Assert.Null(MasterBootRecord.FromBytes(bytes.AsSpan(0, 511)));
        (bytes[510], bytes[511]) = (0x55, 0xAA);
        var record = MasterBootRecord.FromBytes(bytes)!;
        Assert.All(record.Partitions, entry => Assert.InRange(entry.EndBytes, 0, 1L << 42));
        Assert.True(record.EndOfLastPartition is null or > 0);
    });
}
