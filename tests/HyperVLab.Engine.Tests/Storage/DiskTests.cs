using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Engine.Tests.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Storage;

public sealed class DiskTests
{
    private const long Gigabyte = StorageLab.Gigabyte;

    [Fact]
    public void An_installed_host_has_its_system_volume_on_its_mirrored_disks()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HV1");

        DiskView disk = Assert.Single(lab.Disks(host));
        Assert.Equal((0, 68 * Gigabyte, false, true), (disk.Number, disk.Size, disk.IsOffline, disk.IsBoot));
        VolumeView system = lab.Volume(host, "C:");
        Assert.Equal(VolumeFileSystem.NTFS, system.FileSystem);
        Assert.InRange(system.SizeRemaining, 50 * Gigabyte, 60 * Gigabyte);
    }

    [Fact]
    public void A_rescan_finds_each_LUN_once_a_path_and_offline()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HV1");
        lab.AddLuns([host], 10 * Gigabyte, 100 * Gigabyte);
        Assert.Single(lab.Disks(host));

        lab.Do(new UpdateHostStorageCache { Computer = host });

        Assert.Equal(
            [("HV1 local", null), ("LUN0", 0), ("LUN1", 0), ("LUN0", 1), ("LUN1", 1)],
            lab.Disks(host).Select(disk => (disk.Lun, disk.PathNumber)));
        Assert.All(lab.Disks(host).Skip(1), disk => Assert.True(disk.IsOffline));
    }

    [Fact]
    public void A_second_rescan_finds_nothing_new()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HV1");
        lab.AddLuns([host], 10 * Gigabyte);
        lab.Do(new UpdateHostStorageCache { Computer = host });
        IReadOnlyList<DiskView> before = lab.Disks(host);

        lab.Do(new UpdateHostStorageCache { Computer = host });

        Assert.Equal(before, lab.Disks(host));
    }

    [Fact]
    public void A_restart_finds_new_LUNs_too()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HV1");
        lab.AddLuns([host], 10 * Gigabyte);

        lab.Do(new RestartHost { Computer = host });

        Assert.Equal(3, lab.Disks(host).Count);
    }

    [Fact]
    public void After_the_DSM_and_a_restart_each_LUN_is_one_disk_with_two_paths()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HV1");
        lab.AddLuns([host], 10 * Gigabyte, 100 * Gigabyte);
        lab.Do(new UpdateHostStorageCache { Computer = host });

        lab.Do(new InstallPackage { Computer = host, Name = "SDDDSM" });
        Assert.Equal(5, lab.Disks(host).Count);
        lab.Do(new RestartHost { Computer = host });

        Assert.Equal([0, 1, 2], lab.Disks(host).Select(disk => disk.Number));
        Assert.All(lab.Disks(host).Skip(1), disk => Assert.Equal((true, 2), (disk.IsMultipath, disk.PathCount)));
    }

    [Fact]
    public void With_MPIO_a_rescan_finds_a_new_LUN_once()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HV1");
        lab.AddMpio(host);
        lab.AddLuns([host], 10 * Gigabyte);

        lab.Do(new UpdateHostStorageCache { Computer = host });

        Assert.Equal(2, lab.Disks(host).Count);
    }

    [Fact]
    public void A_LUN_cannot_be_online_twice_on_two_paths()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddHostWithVolume();

        var refusal = lab.Refused(new SetDisk { Computer = host, Number = 2, IsOffline = false });

        Assert.Equal(DiskErrors.SignatureCollision, refusal.Error);
    }

    [Fact]
    public void A_path_that_is_cut_leaves_a_multipath_disk_usable_and_takes_a_single_one()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> single = lab.AddInstalled("HV1");
        Key<PhysicalComputer> multi = lab.AddInstalled("HV2");
        lab.AddMpio(multi);
        lab.AddLuns([single, multi], 10 * Gigabyte);
        lab.Do(new UpdateHostStorageCache { Computer = single });
        lab.Do(new UpdateHostStorageCache { Computer = multi });
        lab.Prepare(multi, 1, "Q");
        lab.Do(new SetDisk { Computer = single, Number = 1, IsOffline = false });

        foreach (StoragePathView path in lab.Lab.Views<StoragePathView>().Where(path => path.Number == 0))
        {
            lab.Do(new DisconnectStoragePath
            {
                Computer = new(path.ComputerKey), Array = new(path.ArrayKey), Number = path.Number,
            });
        }

        IReadOnlyList<VolumeMountView> mounts = lab.Volume(multi, "Q:").Mounts;
        Assert.Equal(VolumeAccess.None, mounts.Single(mount => mount.ComputerKey == single.Number).Access);
        Assert.Equal(VolumeAccess.Direct, mounts.Single(mount => mount.ComputerKey == multi.Number).Access);
        Assert.Equal(DiskOperationalStatus.LostCommunication, lab.Disks(single)[1].OperationalStatus);
        Assert.Equal(1, lab.Disks(multi)[1].PathCount);
    }

    [Fact]
    public void A_LUN_that_is_mapped_or_online_is_not_taken_away()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddHostWithVolume();
        Key<Lun> lun = new(lab.View<LunView>("LUN0").Key);

        Assert.Equal(DiskErrors.LunIsMapped, lab.Refused(new RemoveLun { Lun = lun }).Error);
        Assert.Equal(DiskErrors.LunOnline, lab.Refused(new RemoveLunMapping { Lun = lun, Computer = host }).Error);

        lab.Do(new SetDisk { Computer = host, Number = 1, IsOffline = true });
        lab.Do(new RemoveLunMapping { Lun = lun, Computer = host });
        lab.Do(new UpdateHostStorageCache { Computer = host });
        lab.Do(new RemoveLun { Lun = lun });
        Assert.Single(lab.Disks(host));
        Assert.DoesNotContain(lab.Lab.Views<VolumeView>(), volume => volume.FileSystemLabel == "Volume X");
    }

    [Theory]
    [InlineData(0L)]
    [InlineData(-1L)]
    [InlineData(1000L << 40)]
    [InlineData(100_000_001L)]
    public void A_LUN_of_a_size_that_cannot_be_is_refused(long size)
    {
        using var lab = new TestLab();
        Key<StorageArray> array = new(lab.Make<StorageArrayView>(new AddStorageArray { Name = "SAN" }).Key);

        lab.Refused(new NewLun { Name = "L", Array = array, SizeBytes = size });
    }

    [Theory]
    [InlineData("")]
    [InlineData("a*")]
    [InlineData("what?")]
    [InlineData("[x]")]
    [InlineData("a\\b")]
    public void A_LUN_of_a_name_that_cannot_be_is_refused(string name)
    {
        using var lab = new TestLab();
        Key<StorageArray> array = new(lab.Make<StorageArrayView>(new AddStorageArray { Name = "SAN" }).Key);

        Assert.Equal(
            StorageErrors.NameRefused,
            lab.Refused(new NewLun { Name = name, Array = array, SizeBytes = Gigabyte }).Error);
    }

    [Fact]
    public void LUN_names_are_unique_whatever_their_case()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HV1");
        lab.AddLuns([host], Gigabyte);
        Key<StorageArray> array = new(lab.View<StorageArrayView>("SAN").Key);

        Assert.Equal(
            DiskErrors.LunNameTaken,
            lab.Refused(new NewLun { Name = "lun0", Array = array, SizeBytes = Gigabyte }).Error);
    }

    [Fact]
    public void Only_the_blades_of_its_chassis_reach_integrated_storage()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> other = lab.AddHost("HV1");
        Key<Chassis> chassis = new(lab.Make<ChassisView>(new AddChassis { Name = "BCS" }).Key);
        Key<StorageArray> array = new(lab.Make<StorageArrayView>(
            new AddStorageArray { Name = "RSSM", Chassis = chassis }).Key);
        Key<PhysicalComputer> blade = new(lab.Make<PhysicalComputerView>(
            new AddHost { Name = "HV2", Chassis = chassis }).Key);
        Key<Lun> lun = new(lab.Make<LunView>(new NewLun { Name = "L", Array = array, SizeBytes = Gigabyte }).Key);

        lab.Do(new AddLunMapping { Lun = lun, Computer = blade });
        Assert.Equal(DiskErrors.NoPathToArray, lab.Refused(new AddLunMapping { Lun = lun, Computer = other }).Error);
        Assert.Equal([0, 1], lab.Lab.Views<StoragePathView>().Select(path => path.Number));
    }

    [Fact]
    public void Remote_disk_management_needs_the_firewall_group_at_both_ends()
    {
        using var lab = new TestLab();
        lab.AddDomain();
        Key<PhysicalComputer> host = lab.AddInstalled("HV1");
        lab.Join(host);
        lab.AddLuns([host], Gigabyte);

        Assert.Equal(
            unchecked((int)0x800706BA),
            lab.Refused(new UpdateHostStorageCache { Computer = host }).HResult);

        lab.Do(new EnableNetFirewallRule { Computer = host, DisplayGroup = "Remote Volume Management" });
        Assert.Equal(
            unchecked((int)0x800706BA),
            lab.Refused(new UpdateHostStorageCache { Computer = host }).HResult);

        lab.Do(new EnableNetFirewallRule
        {
            Computer = lab.Computer("ADMIN1"), DisplayGroup = "Remote Volume Management",
        });
        lab.Do(new UpdateHostStorageCache { Computer = host });
    }
}
