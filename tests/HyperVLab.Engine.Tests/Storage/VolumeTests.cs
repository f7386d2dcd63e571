using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Engine.Tests.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Storage;

public sealed class VolumeTests
{
    private const long Gigabyte = StorageLab.Gigabyte;

    [Fact]
    public void A_disk_goes_from_raw_to_a_formatted_volume_with_a_letter()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddHostWithVolume();

        VolumeView volume = lab.Volume(host, "X:");
        Assert.Equal((VolumeFileSystem.NTFS, "Volume X"), (volume.FileSystem, volume.FileSystemLabel));
        Assert.InRange(volume.Size, 99 * Gigabyte, 100 * Gigabyte);
        Assert.InRange(volume.SizeRemaining, volume.Size - (200 * StorageLab.Megabyte), volume.Size - 1);
    }

    [Fact]
    public void Each_step_asks_for_the_one_before_it()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HV1");
        lab.AddLuns([host], 10 * Gigabyte);
        lab.Do(new UpdateHostStorageCache { Computer = host });
        var initialise = new InitializeDisk { Computer = host, Number = 1 };
        var divide = new NewPartition { Computer = host, DiskNumber = 1, UseMaximumSize = true, DriveLetter = "Q" };

        Assert.Equal(DiskErrors.DiskOffline, lab.Refused(initialise).Error);
        lab.Do(new SetDisk { Computer = host, Number = 1, IsOffline = false });
        Assert.Equal(DiskErrors.NotInitialised, lab.Refused(divide).Error);
        lab.Do(initialise);
        Assert.Equal(DiskErrors.AlreadyInitialised, lab.Refused(initialise).Error);
        lab.Do(divide);
        Assert.Equal(
            StorageErrors.VolumeNotFormatted,
            lab.Refused(new NewVHD { Computer = host, Path = @"Q:\a.vhd", SizeBytes = Gigabyte }).Error);
        Assert.Equal(DiskErrors.NoSpaceOnDisk, lab.Refused(divide with { DriveLetter = "R" }).Error);
        lab.Do(new FormatVolume { Computer = host, DriveLetter = "Q" });
        lab.Do(new NewVHD { Computer = host, Path = @"Q:\a.vhd", SizeBytes = Gigabyte });
    }

    [Fact]
    public void A_GUID_table_begins_with_the_reserved_partition()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HV1");
        lab.AddLuns([host], 10 * Gigabyte);
        lab.Do(new UpdateHostStorageCache { Computer = host });
        lab.Do(new SetDisk { Computer = host, Number = 1, IsOffline = false });
        lab.Do(new InitializeDisk { Computer = host, Number = 1 });

        PartitionView made = lab.Make<PartitionView>(
            new NewPartition { Computer = host, DiskNumber = 1, Size = Gigabyte, AssignDriveLetter = true });

        Assert.Equal((2, Gigabyte), (made.PartitionNumber, made.Size));
        Assert.Equal(33 * StorageLab.Megabyte, made.Offset);
        Assert.Equal(VolumeFileSystem.RAW, lab.Volume(host, "D:").FileSystem);
    }

    [Fact]
    public void Another_host_that_brings_the_disk_online_gives_its_volume_a_letter_of_its_own()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> first = lab.AddInstalled("HV1");
        Key<PhysicalComputer> second = lab.AddInstalled("HV2");
        lab.AddLuns([first, second], 10 * Gigabyte);
        lab.Do(new UpdateHostStorageCache { Computer = first });
        lab.Do(new UpdateHostStorageCache { Computer = second });
        lab.Prepare(first, 1, "Q");

        lab.Do(new SetDisk { Computer = second, Number = 1, IsOffline = false });
        lab.Do(new SetPartition { Computer = second, DriveLetter = "D", NewDriveLetter = "q" });

        Assert.Equal(["Q:", "Q:"], lab.Volume(second, "Q:").Mounts.Select(mount => mount.Path));
    }

    [Fact]
    public void A_taken_letter_is_refused()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddHostWithVolume();

        Assert.Equal(
            StorageErrors.LetterTaken,
            lab.Refused(new SetPartition { Computer = host, DriveLetter = "X", NewDriveLetter = "C" }).Error);
        Assert.Equal(
            StorageErrors.LetterRefused,
            lab.Refused(new SetPartition { Computer = host, DriveLetter = "X", NewDriveLetter = "?" }).Error);
    }

    [Theory]
    [InlineData("C")]
    public void The_system_volume_is_neither_formatted_nor_renamed(string letter)
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HV1");

        Assert.Equal(
            DiskErrors.SystemLetterStays,
            lab.Refused(new FormatVolume { Computer = host, DriveLetter = letter }).Error);
        Assert.Equal(
            DiskErrors.SystemLetterStays,
            lab.Refused(new SetPartition { Computer = host, DriveLetter = letter, NewDriveLetter = "F" }).Error);
    }

    [Theory]
    [InlineData("ReFS", 4096)]
    [InlineData("ext4", 4096)]
    [InlineData("NTFS", 1000)]
    [InlineData("NTFS", 0)]
    [InlineData("NTFS", -4096)]
    [InlineData("FAT32", 4096)]
    public void A_format_that_cannot_be_is_refused(string fileSystem, int unit)
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddHostWithVolume();

        lab.Refused(new FormatVolume
        {
            Computer = host, DriveLetter = "X", FileSystem = fileSystem, AllocationUnitSize = unit,
        });
    }

    [Theory]
    [InlineData(0L)]
    [InlineData(-1L)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void A_partition_of_a_size_that_cannot_be_is_refused(long size)
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HV1");
        lab.AddLuns([host], 10 * Gigabyte);
        lab.Do(new UpdateHostStorageCache { Computer = host });
        lab.Do(new SetDisk { Computer = host, Number = 1, IsOffline = false });
        lab.Do(new InitializeDisk { Computer = host, Number = 1 });

        lab.Refused(new NewPartition { Computer = host, DiskNumber = 1, Size = size });
    }

    [Fact]
    public void Formatting_deletes_what_was_there()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddHostWithVolume();
        long before = lab.Volume(host, "X:").SizeRemaining;
        lab.Do(new NewVHD { Computer = host, Path = @"X:\a.vhd", SizeBytes = Gigabyte, Fixed = true });

        lab.Do(new FormatVolume { Computer = host, DriveLetter = "X" });

        Assert.Equal(before, lab.Volume(host, "X:").SizeRemaining);
        Assert.Empty(lab.Lab.Views<StoredFileView>());
    }
}
