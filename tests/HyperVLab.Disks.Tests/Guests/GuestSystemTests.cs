using HyperVLab.Disks.Guests;
using HyperVLab.Disks.Partitions;
using HyperVLab.Disks.Vhd;

namespace HyperVLab.Disks.Tests.Guests;

public class GuestSystemTests
{
    private static readonly GuestSystemRecord _web01 = new()
    {
        OperatingSystem = "Windows Server 2016 Datacenter",
        ComputerName = "WEB01",
        MachineSid = "S-1-5-21-1-2-4294967295",
        Addressing = GuestAddressing.Static,
        IPAddress = "192.168.70.21",
        PrefixLength = 24,
        DefaultGateway = "192.168.70.1",
        IntegrationServicesVersion = "10.0.14393",
        BootSeconds = 25,
        Generalized = true,
        BootDrivers = "intelide,atapi,disk",
        DisabledDrivers = "megasas",
    };

    private static readonly GuestSystemRecord _bare = new() { OperatingSystem = "Debian 12", ComputerName = "ns1" };

    [Fact]
    public void An_installed_system_is_found_again_in_a_copy_of_the_file()
    {
        var file = new MemoryDiskFile();
        using (var disk = VhdDisk.CreateDynamic(file, Any.Creation()))
        {
            GuestSystem.Install(disk, _web01, 0x1234ABCD);
        }

        using var copy = VhdDisk.Open(file.Clone());
        Assert.Equal(_web01, GuestSystem.Read(copy));
        Assert.Equal(0x1234ABCDu, MasterBootRecord.Read(copy)!.DiskSignature);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("intelide,disk", true)]
    [InlineData("vmbus,storvsc", true)]
    [InlineData("megasas,disk", false)]
    [InlineData("", false)]
    public void A_system_starts_in_a_machine_whose_disk_its_boot_drivers_know(string? drivers, bool starts) =>
        Assert.Equal(starts, (_bare with { BootDrivers = drivers }).StartsInMachine);

    [Fact]
    public void A_record_without_optional_fields_comes_back_as_it_was()
    {
        using var disk = VhdDisk.CreateFixed(new MemoryDiskFile(), Any.Creation());
        GuestSystem.Install(disk, _bare, 1);
        Assert.Equal(_bare, GuestSystem.Read(disk));
    }

    [Fact]
    public void An_update_replaces_the_record_and_leaves_the_partition_alone()
    {
        using var disk = VhdDisk.CreateDynamic(new MemoryDiskFile(), Any.Creation(VhdLimits.MinimumSizeBytes));
        GuestSystem.Install(disk, _web01, 7);
        GuestSystem.Update(disk, _bare);
        Assert.Equal(_bare, GuestSystem.Read(disk));
        Assert.Equal(7u, MasterBootRecord.Read(disk)!.DiskSignature);
    }

    [Fact]
    public void An_empty_disk_has_no_system_and_cannot_be_updated()
    {
        using var disk = VhdDisk.CreateDynamic(new MemoryDiskFile(), Any.Creation());
        Assert.Null(GuestSystem.Read(disk));
        Assert.Throws<InvalidOperationException>(() => GuestSystem.Update(disk, _bare));
        MasterBootRecord.WithOnePartition(disk.SizeBytes, 1, 0x07).Write(disk);
        Assert.Null(GuestSystem.Read(disk));
        MasterBootRecord.WithOnePartition(disk.SizeBytes, 1, MbrPartition.NonFileSystemData).Write(disk);
        Assert.Null(GuestSystem.Read(disk));
    }

    [Fact]
    public void Any_damaged_byte_of_the_record_is_noticed()
    {
        using var disk = VhdDisk.CreateDynamic(new MemoryDiskFile(), Any.Creation());
        GuestSystem.Install(disk, _web01, 1);
        const int Used = 24 + 4 * 10 + 30 + 5 + 23 + 4 + 13 + 4 + 12 + 10 + 4 + 4;
        var value = new byte[1];
        for (var i = 0; i < Used; i++)
        {
            disk.Read(MasterBootRecord.AlignmentBytes + i, value);
            value[0] ^= 0x41;
            disk.Write(MasterBootRecord.AlignmentBytes + i, value);
            Assert.Throws<DiskFormatException>(() => GuestSystem.Read(disk));
            value[0] ^= 0x41;
            disk.Write(MasterBootRecord.AlignmentBytes + i, value);
        }

        Assert.Equal(_web01, GuestSystem.Read(disk));
    }

    [Fact]
    public void A_partition_that_leaves_the_disk_is_refused()
    {
        using var disk = VhdDisk.CreateDynamic(new MemoryDiskFile(), Any.Creation());
        MasterBootRecord.WithOnePartition(disk.SizeBytes * 2, 1, MbrPartition.NonFileSystemData).Write(disk);
        Assert.Throws<DiskFormatException>(() => GuestSystem.Read(disk));
    }

    [Theory]
    [InlineData("")]
    [InlineData("S-1-5-32-544")]
    [InlineData("S-1-5-21-1-2")]
    [InlineData("S-1-5-21-1-2-4294967296")]
    public void Records_that_make_no_sense_are_not_written(string sid)
    {
        using var disk = VhdDisk.CreateDynamic(new MemoryDiskFile(), Any.Creation());
        var record = sid.Length == 0 ? _web01 with { IPAddress = "everywhere" } : _web01 with { MachineSid = sid };
        Assert.Throws<ArgumentException>(() => GuestSystem.Install(disk, record, 1));
        Assert.Null(MasterBootRecord.Read(disk));
    }
}
