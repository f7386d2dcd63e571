using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Engine.Tests.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Storage;

/// <summary>Labs with shared storage in them.</summary>
internal static class StorageLab
{
    public const long Megabyte = 1L << 20;
    public const long Gigabyte = 1L << 30;

    /// <summary>Adds an array and LUNs of these sizes, mapped to the hosts in order.</summary>
    public static List<Key<Lun>> AddLuns(
        this TestLab lab, IReadOnlyList<Key<PhysicalComputer>> hosts, params long[] sizes)
    {
        Key<StorageArray> array = new(lab.Make<StorageArrayView>(new AddStorageArray { Name = "SAN" }).Key);
        List<Key<Lun>> luns = [];
        foreach (long size in sizes)
        {
            Key<Lun> lun = new(lab.Make<LunView>(
                new NewLun { Name = $"LUN{luns.Count}", Array = array, SizeBytes = size }).Key);
            foreach (Key<PhysicalComputer> host in hosts)
            {
                lab.Do(new AddLunMapping { Lun = lun, Computer = host });
            }

            luns.Add(lun);
        }

        return luns;
    }

    /// <summary>Installs the DSM and restarts.</summary>
    public static void AddMpio(this TestLab lab, Key<PhysicalComputer> host)
    {
        lab.Do(new InstallPackage { Computer = host, Name = "SDDDSM" });
        lab.Do(new RestartHost { Computer = host });
    }

    /// <summary>Brings a disk online, divides and formats it, and gives it a letter.</summary>
    public static void Prepare(this TestLab lab, Key<PhysicalComputer> host, int number, string letter)
    {
        lab.Do(new SetDisk { Computer = host, Number = number, IsOffline = false });
        lab.Do(new InitializeDisk { Computer = host, Number = number, PartitionStyle = PartitionStyle.MBR });
        lab.Do(new NewPartition { Computer = host, DiskNumber = number, UseMaximumSize = true, DriveLetter = letter });
        lab.Do(new FormatVolume { Computer = host, DriveLetter = letter, NewFileSystemLabel = $"Volume {letter}" });
    }

    public static IReadOnlyList<DiskView> Disks(this TestLab lab, Key<PhysicalComputer> host) =>
        [.. lab.Lab.Views<DiskView>().Where(disk => disk.ComputerKey == host.Number).OrderBy(disk => disk.Number)];

    /// <summary>The volume that a host shows at a path.</summary>
    public static VolumeView Volume(this TestLab lab, Key<PhysicalComputer> host, string path) =>
        Assert.Single(lab.Lab.Views<VolumeView>(), volume =>
            volume.Mounts.Any(mount => mount.ComputerKey == host.Number && mount.Path == path));

    /// <summary>One host with a formatted volume X: of a shared LUN.</summary>
    public static Key<PhysicalComputer> AddHostWithVolume(this TestLab lab, long sizeBytes = 100 * Gigabyte)
    {
        Key<PhysicalComputer> host = lab.AddInstalled("HV1");
        lab.AddLuns([host], sizeBytes);
        lab.Do(new UpdateHostStorageCache { Computer = host });
        lab.Prepare(host, 1, "X");
        return host;
    }
}
