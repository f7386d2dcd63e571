using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>
/// VMFS volumes, which any number of ESX hosts use at once. Their paths are written as VMware does:
/// <c>[storage1] web01/web01.vmdk</c>.
/// </summary>
internal static class Datastores
{
    /// <summary>The datastore that setup makes of a host's own disk (ESX 3.5).</summary>
    public const string Local = "storage1";

    /// <summary>Under which path a host shows a datastore.</summary>
    public static string PathOf(string name) => $"[{name}]";

    /// <summary>Makes a datastore of all of a LUN.</summary>
    public static Volume Make(LabState lab, Lun lun, string name)
    {
        DiskLayout.Initialise(lab, lun, PartitionStyle.MBR);
        (long offset, long size) = DiskLayout.FindSpace(lab, lun, sizeBytes: null)!.Value;
        Volume volume = DiskLayout.AddVolume(lab, DiskLayout.AddPartition(lab, lun, PartitionType.Basic, offset, size));
        VolumeFormats.Format(lab, volume, VolumeFileSystem.VMFS, name, StorageSettings.DatastoreUnitBytes);
        return volume;
    }

    /// <summary>The ESX hosts that show a LUN as a disk.</summary>
    public static IReadOnlyList<PhysicalComputer> HostsOf(LabState lab, Key<Lun> lun) =>
    [
        .. lab.Computers.Where(computer => Platforms.Find(computer) is { IsManagedByCenter: true }
            && DiskInventory.Of(lab, computer.Key, lun).Count > 0),
    ];

    /// <summary>Lets a host use the datastores of a LUN that it shows.</summary>
    public static void Show(LabState lab, PhysicalComputer host, Key<Lun> lun)
    {
        foreach (Volume volume in VolumeMounts.VolumesOf(lab, lun))
        {
            if (volume.FileSystem != VolumeFileSystem.VMFS || VolumeMounts.Of(lab, host.Key, volume.Key) is not null)
            {
                continue;
            }

            // A host that has another of that name shows it with a number, as VirtualCenter does.
            string path = PathOf(volume.Label);
            for (int number = 1; VolumeMounts.Find(lab, host.Key, path) is not null; number++)
            {
                path = PathOf(FormattableString.Invariant($"{volume.Label} ({number})"));
            }

            DiskInventory.Of(lab, host.Key, lun).ForEach(static disk => disk.SetOffline(false));
            VolumeMounts.Mount(lab, host.Key, volume.Key, path);
        }
    }
}
