using System.Globalization;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>What a cluster does with disks: takes them over, reserves them, and shares their volumes.</summary>
internal static class SharedDisks
{
    /// <summary>Where cluster shared volumes are mounted on every node.</summary>
    public const string ClusterStorage = "C:\\ClusterStorage";

    /// <summary>
    /// The LUNs that a cluster of these computers could take: shared, mapped to and reachable by all, with an NTFS
    /// volume, in no cluster yet; by key.
    /// </summary>
    public static List<Lun> Candidates(LabState lab, IReadOnlyList<Key<PhysicalComputer>> computers)
    {
        List<Lun> found = [];
        foreach (Lun lun in lab.Luns)
        {
            if (!lun.IsClustered && IsSharedBy(lab, lun, computers) && HasNtfs(lab, lun))
            {
                found.Add(lun);
            }
        }

        return found;
    }

    /// <summary>Whether all these computers can reach a LUN of shared storage now.</summary>
    public static bool IsSharedBy(LabState lab, Lun lun, IReadOnlyList<Key<PhysicalComputer>> computers) =>
        lab.StorageArrays[lun.Array].IsShared
        && computers.All(computer => StorageReach.CanReach(lab, computer, lun.Key));

    /// <summary>Whether a LUN has a volume formatted with NTFS, as a cluster asks for.</summary>
    public static bool HasNtfs(LabState lab, Lun lun) =>
        VolumeMounts.VolumesOf(lab, lun.Key).Any(volume => volume.FileSystem == VolumeFileSystem.NTFS);

    /// <summary>
    /// Makes a LUN a cluster's disk with one owner: every node has it online and mounts its volumes where the owner
    /// does.
    /// </summary>
    public static void TakeOver(
        LabState lab, Lun lun, Key<PhysicalComputer> owner, IReadOnlyList<Key<PhysicalComputer>> computers)
    {
        lun.JoinCluster();
        lun.Reserve(owner);
        BringOnline(lab, lun, computers);
        foreach (Volume volume in VolumeMounts.VolumesOf(lab, lun.Key))
        {
            if (VolumeMounts.Of(lab, owner, volume.Key)?.Path is { } path)
            {
                MountEverywhere(lab, volume, computers, path);
            }
        }
    }

    /// <summary>Moves the reservation; null where no node holds it.</summary>
    public static void Reserve(Lun lun, Key<PhysicalComputer>? owner) => lun.Reserve(owner);

    /// <summary>
    /// Makes a cluster's disk a cluster shared volume: every node mounts its volume at C:\ClusterStorage\VolumeN, and
    /// its letters are gone. Returns the path.
    /// </summary>
    public static string Share(LabState lab, Lun lun, IReadOnlyList<Key<PhysicalComputer>> computers)
    {
        Volume volume = VolumeMounts.VolumesOf(lab, lun.Key).First(found => found.FileSystem == VolumeFileSystem.NTFS);
        string path = FirstFreeFolder(lab, computers);
        lun.Share(true);
        foreach (Key<PhysicalComputer> computer in computers)
        {
            LunReservations.Register(lab, lun.Key, computer);
        }

        BringOnline(lab, lun, computers);
        MountEverywhere(lab, volume, computers, path);
        return path;
    }

    /// <summary>
    /// Makes a cluster shared volume an ordinary cluster disk again; its owner gives it the next free letter.
    /// </summary>
    public static void StopSharing(LabState lab, Lun lun, IReadOnlyList<Key<PhysicalComputer>> computers)
    {
        lun.Share(false);
        foreach (Key<PhysicalComputer> computer in computers)
        {
            VolumeMounts.RemoveAll(lab, computer, lun.Key);
        }

        char? letter = lun.ReservedBy is { } owner ? DriveLetters.FirstFree(lab, owner) : null;
        foreach (Volume volume in VolumeMounts.VolumesOf(lab, lun.Key))
        {
            if (letter is { } free && lab.Partitions[volume.Partition].Type == PartitionType.Basic)
            {
                MountEverywhere(lab, volume, computers, $"{free}:");
                letter = null;
            }
        }
    }

    /// <summary>Lets a new node of a cluster mount its disks as an old one does.</summary>
    public static void AdmitNode(LabState lab, Lun lun, Key<PhysicalComputer> like, Key<PhysicalComputer> node)
    {
        BringOnline(lab, lun, [node]);
        foreach (Volume volume in VolumeMounts.VolumesOf(lab, lun.Key))
        {
            if (VolumeMounts.Of(lab, like, volume.Key)?.Path is { } path)
            {
                MountEverywhere(lab, volume, [node], path);
            }
        }
    }

    /// <summary>Gives a disk back: it is nobody's, and offline on all but the last owner.</summary>
    public static void Release(LabState lab, Lun lun, IReadOnlyList<Key<PhysicalComputer>> computers)
    {
        Key<PhysicalComputer>? last = lun.ReservedBy;
        if (lun.IsSharedVolume)
        {
            StopSharing(lab, lun, computers);
        }

        LunReservations.LeaveCluster(lab, lun);
        foreach (HostDisk disk in lab.HostDisks)
        {
            if (disk.Lun == lun.Key)
            {
                disk.SetOffline(disk.Computer != last);
            }
        }
    }

    /// <summary>The number of a disk on a computer; null where it does not show it.</summary>
    public static int? NumberOn(LabState lab, Lun lun, Key<PhysicalComputer> computer) =>
        DiskInventory.Of(lab, computer, lun.Key) is [var disk, ..] ? disk.Number : null;

    private static void BringOnline(LabState lab, Lun lun, IReadOnlyList<Key<PhysicalComputer>> computers)
    {
        foreach (Key<PhysicalComputer> computer in computers)
        {
            foreach (HostDisk disk in DiskInventory.Of(lab, computer, lun.Key))
            {
                disk.SetOffline(false);
            }
        }
    }

    private static void MountEverywhere(
        LabState lab, Volume volume, IReadOnlyList<Key<PhysicalComputer>> computers, string path)
    {
        foreach (Key<PhysicalComputer> computer in computers)
        {
            if (VolumeMounts.Find(lab, computer, path) is { } other && other.Volume != volume.Key)
            {
                // The cluster's letter wins, and what had it here goes to a free one.
                char? free = DriveLetters.FirstFree(lab, computer);
                if (free is { } letter)
                {
                    other.MoveTo($"{letter}:", lab.MountsByComputer);
                }
                else
                {
                    lab.VolumeMounts.Remove(other.Key);
                }
            }

            VolumeMounts.Mount(lab, computer, volume.Key, path);
        }
    }

    private static string FirstFreeFolder(LabState lab, IReadOnlyList<Key<PhysicalComputer>> computers)
    {
        for (int number = 1; ; number++)
        {
            string path = string.Create(CultureInfo.InvariantCulture, $@"{ClusterStorage}\Volume{number}");
            if (computers.All(computer => VolumeMounts.Find(lab, computer, path) is null))
            {
                return path;
            }
        }
    }
}
