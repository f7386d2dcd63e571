using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Engine.Tests.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Storage;

public sealed class AccessPathTests
{
    private const string Folder = @"C:\Disks\web01";

    [Fact]
    public void A_volume_is_shown_in_a_folder_and_its_files_are_found_there()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddHostWithVolume();

        lab.Do(Remove(host, @"X:\"));
        Assert.DoesNotContain(lab.Lab.Views<VolumeView>(), volume => volume.Mounts.Any(mount => mount.Path == "X:"));
        lab.Do(Add(host) with { AccessPath = Folder });
        lab.Do(new NewVHD { Computer = host, Path = $@"{Folder}\a.vhd", SizeBytes = StorageLab.Gigabyte });

        VolumeView volume = lab.Volume(host, Folder);
        StoredFileView file = Assert.Single(lab.Lab.Views<StoredFileView>(), one => one.VolumeKey == volume.Key);
        Assert.Equal("a.vhd", file.Name);
        Assert.Equal(VolumeAccess.Direct, Assert.Single(volume.Mounts).Access);
    }

    [Fact]
    public void Letters_run_out_with_the_24th_volume_and_mount_points_help()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HV1");
        lab.AddLuns([host], StorageLab.Gigabyte * 30);
        lab.Do(new UpdateHostStorageCache { Computer = host });
        lab.Do(new SetDisk { Computer = host, Number = 1, IsOffline = false });
        lab.Do(new InitializeDisk { Computer = host, Number = 1, PartitionStyle = PartitionStyle.GPT });
        NewPartition next = new()
        {
            Computer = host, DiskNumber = 1, Size = StorageLab.Gigabyte, AssignDriveLetter = true,
        };
        for (char letter = 'D'; letter <= 'Z'; letter++)
        {
            lab.Do(next);
            Assert.NotNull(lab.Volume(host, $"{letter}:"));
        }

        Assert.Equal(DiskErrors.NoFreeLetter, lab.Refused(next).Error);
        lab.Do(next with { AssignDriveLetter = false });
        AddPartitionAccessPath last = Add(host) with { PartitionNumber = 25 };
        Assert.Equal(DiskErrors.NoFreeLetter, lab.Refused(last with { AssignDriveLetter = true }).Error);
        Assert.Equal(StorageErrors.LetterTaken, lab.Refused(last with { AccessPath = "Z:" }).Error);
        lab.Do(last with { AccessPath = Folder });

        Assert.NotNull(lab.Volume(host, Folder));
    }

    [Fact]
    public void A_folder_that_cannot_show_a_volume_is_refused_with_the_reason()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddHostWithVolume();
        Assert.Equal(
            AccessPathErrors.HasAccessPath, lab.Refused(Add(host) with { AccessPath = Folder }).Error);
        Assert.Equal(AccessPathErrors.NotItsPath, lab.Refused(Remove(host, "Y:")).Error);
        lab.Do(Remove(host, "x:"));
        lab.Do(new NewVHD { Computer = host, Path = @"C:\Disks\a.vhd", SizeBytes = StorageLab.Gigabyte });

        Assert.Equal(AccessPathErrors.PathOrLetter, lab.Refused(Add(host)).Error);
        Assert.Contains("not empty", Fault(@"C:\Disks"), StringComparison.Ordinal);
        Assert.Contains("is a file", Fault(@"C:\Disks\a.vhd"), StringComparison.Ordinal);
        Assert.Equal(StorageErrors.PathNotFound, lab.Refused(Add(host) with { AccessPath = @"Y:\a" }).Error);

        string Fault(string path)
        {
            var refusal = lab.Refused(Add(host) with { AccessPath = path });
            Assert.Equal(AccessPathErrors.FolderRefused, refusal.Error);
            return refusal.Message;
        }
    }

    private static AddPartitionAccessPath Add(Key<PhysicalComputer> host) =>
        new() { Computer = host, DiskNumber = 1, PartitionNumber = 1 };

    private static RemovePartitionAccessPath Remove(Key<PhysicalComputer> host, string path) =>
        new() { Computer = host, DiskNumber = 1, PartitionNumber = 1, AccessPath = path };
}
