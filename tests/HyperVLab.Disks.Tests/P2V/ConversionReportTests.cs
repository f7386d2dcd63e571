using HyperVLab.Disks.Operations;
using HyperVLab.Disks.P2V;
using HyperVLab.Disks.Raw;
using HyperVLab.Disks.Tests.FileSystems;
using HyperVLab.Disks.Tests.Partitions;

namespace HyperVLab.Disks.Tests.P2V;

/// <summary>What a conversion says of disks that it copies whole, or not at all.</summary>
public class ConversionReportTests
{
    private const int Size = 8 * 1024 * 1024;

    [Fact]
    public void A_disk_without_partitions_is_refused()
    {
        using var disk = RawDisk.Open(MemoryDiskFile.FromBytes(Any.Bytes(Size, 1)));
        var refusal = Assert.Throws<P2VException>(() => P2VPlan.Make(disk, new P2VOptions(), DiskWork.Unwatched));
        Assert.Equal("The disk has no partitions.", refusal.Message);
    }

    [Fact]
    public void A_table_that_cannot_be_read_is_refused_with_the_reason()
    {
        using var disk = RawDisk.Create(new MemoryDiskFile(), Size);
        disk.Write(0, TableBuilder.Record((0xEE, 1, uint.MaxValue)));
        var refusal = Assert.Throws<P2VException>(() => P2VPlan.Make(disk, new P2VOptions(), DiskWork.Unwatched));
        Assert.StartsWith("The partition table cannot be read: ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Encrypted_volumes_are_copied_whole_and_warned_of()
    {
        var report = ReportOf(0x07, [0xEB, 0x58, 0x90, .. "-FVE-FS-"u8]);
        Assert.Equal(0, report.LeftOutBytes);
        Assert.Contains(report.Warnings, warning => warning.Contains("encrypted by BitLocker"));
        Assert.Contains(report.Warnings, warning => warning.Contains("asks for its recovery key"));
    }

    [Fact]
    public void Dynamic_disks_are_copied_whole_and_warned_of()
    {
        var report = ReportOf(0x42, new byte[512]);
        Assert.Equal(0, report.LeftOutBytes);
        Assert.Contains(report.Warnings, warning => warning.Contains("of a dynamic disk, a pool or a RAID"));
    }

    [Fact]
    public void What_a_machine_cannot_start_from_is_warned_of()
    {
        Assert.Contains(ReportOf(0x07, new byte[512]).Warnings, warning => warning.Contains("No partition is active"));
        Assert.Contains(ReportOf(0x07, new byte[512]).Warnings, warning => warning.Contains("No Windows and no Linux"));
        using var gpt = RawDisk.Create(new MemoryDiskFile(), Size);
        TableBuilder.WriteGpt(gpt, ("data", 2048, 4095));
        Assert.Contains(
            P2VPlan.Make(gpt, new P2VOptions(), DiskWork.Unwatched).Report.Warnings,
            warning => warning.Contains("only machines of generation 2"));
        using var volume = RawDisk.Open(MemoryDiskFile.FromBytes(new NtfsImage().Finish()));
        Assert.Contains(
            P2VPlan.Make(volume, new P2VOptions(), DiskWork.Unwatched).Report.Warnings,
            warning => warning.Contains("one volume without a partition table"));
    }

    [Theory]
    [InlineData("/dev/sdb", "/dev/sdb1", true)]
    [InlineData("/dev/sdb", "/dev/sdb", true)]
    [InlineData("/dev/sdb", "/dev/sdbc1", false)]
    [InlineData("/dev/sdb1", "/dev/sdb12", false)]
    [InlineData("/dev/nvme0n1", "/dev/nvme0n1p2", true)]
    [InlineData("/dev/nvme0n1", "/dev/nvme0n12", false)]
    [InlineData("/dev/sda", "/dev/sdb1", false)]
    public void A_disk_is_in_use_while_a_part_of_it_is_mounted(string disk, string device, bool expected)
    {
        var found = DeviceMounts.Of(disk, ["proc /proc proc rw 0 0", $@"{device} /my\040disk ext4 rw 0 0"]);
        Assert.Equal(expected ? ["/my disk"] : [], found);
    }

    private static P2VReport ReportOf(byte type, byte[] start)
    {
        using var disk = RawDisk.Create(new MemoryDiskFile(), Size);
        disk.Write(0, TableBuilder.Record((type, 2048, 4096)));
        disk.Write(2048 * 512, start);
        return P2VPlan.Make(disk, new P2VOptions(), DiskWork.Unwatched).Report;
    }
}
