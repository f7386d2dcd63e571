using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>Shared disks: which a cluster can take, and which node has one.</summary>
internal static class ClusterDisks
{
    /// <summary>
    /// The disks that a cluster of these computers can take: shared, known to every one of them as exactly one disk (so
    /// multipath I/O has claimed both paths), initialised with a formatted volume, and no cluster's and no virtual
    /// machine's yet.
    /// </summary>
    public static IReadOnlyList<Lun> Eligible(LabState lab, IReadOnlyList<Key<PhysicalComputer>> computers) =>
        [.. lab.Luns.Where(lun => IsSharedBy(lab, lun, computers)
            && VolumeOf(lab, lun.Key) is { FileSystem: VolumeFileSystem.NTFS }
            && PassThroughDisks.DriveWith(lab, lun.Key) is null)];

    /// <summary>
    /// Whether a LUN that is no cluster's yet is shared, and known to every one of some computers as exactly one disk.
    /// </summary>
    public static bool IsSharedBy(LabState lab, Lun lun, IReadOnlyList<Key<PhysicalComputer>> computers) =>
        !lun.IsClustered
        && lab.StorageArrays[lun.Array] is { IsShared: true, HasPersistentReservations: true }
        && computers.All(computer => CountOn(lab, computer, lun.Key) == 1);

    /// <summary>
    /// As how many disks a computer shows a LUN: one for each path where multipath I/O has not claimed it.
    /// </summary>
    public static int CountOn(LabState lab, Key<PhysicalComputer> computer, Key<Lun> lun) =>
        lab.HostDisks.Count(disk => disk.Computer == computer && disk.Lun == lun);

    /// <summary>The first volume on a LUN; null where it has none.</summary>
    public static Volume? VolumeOf(LabState lab, Key<Lun> lun)
    {
        foreach (Volume volume in lab.Volumes)
        {
            if (lab.Partitions[volume.Partition].Lun == lun)
            {
                return volume;
            }
        }

        return null;
    }

    /// <summary>Makes a disk a resource of a group; the caller brings it online.</summary>
    public static ClusterResource Adopt(LabState lab, Cluster cluster, ClusterGroup group, Lun lun)
    {
        ClusterResource disk = ClusterFactory.AddResource(
            lab, group, ClusterNames.Numbered("Cluster Disk", cluster.IssueDiskNumber()),
            ClusterResourceType.PhysicalDisk);
        disk.Keep(lun.Key);
        lun.JoinCluster();
        return disk;
    }

    /// <summary>
    /// Gives a disk to a computer: the reservation, and its letters, which no other computer shows any more.
    /// </summary>
    public static void HandOver(LabState lab, Key<Lun> lun, Key<PhysicalComputer> computer)
    {
        LunReservations.Give(lab, lun, computer);
        foreach (Volume volume in lab.Volumes)
        {
            if (lab.Partitions[volume.Partition].Lun == lun)
            {
                MountOnlyOn(lab, volume, computer);
            }
        }
    }

    /// <summary>
    /// A disk goes offline: its holder releases it, where it is a member that reaches it. Who died, was cut off or was
    /// removed leaves the reservation behind.
    /// </summary>
    public static void LetGo(LabState lab, Key<Lun> lun)
    {
        bool isReleased = lab.Luns[lun].ReservedBy is not { } holder
            || (ClusterQueries.NodeOf(lab, holder) is { IsMember: true } node && ClusterQueries.IsAlive(lab, node)
                && StorageReach.CanReach(lab, holder, lun));
        if (isReleased)
        {
            LunReservations.Give(lab, lun, null);
        }
    }

    /// <summary>
    /// How long a node arbitrates for a disk before it comes online there: where another left its reservation, the node
    /// registers, gives the holder the time of two defences, and then preempts it. A holder that is alive and a member
    /// has let go before.
    /// </summary>
    public static TimeSpan ArbitrationOf(LabState lab, Key<Lun> lun, Key<PhysicalComputer> challenger) =>
        lab.Luns[lun].ReservedBy is { } holder && holder != challenger
            ? ClusterSettings.ArbitrationDelay
            : TimeSpan.Zero;

    /// <summary>
    /// The cluster looks whether its owner still reaches a disk that is online; one that it does not reach has failed.
    /// </summary>
    public static void Check(LabState lab, ClusterResource disk)
    {
        ClusterGroup group = lab.ClusterGroups[disk.Group];
        ClusterNode owner = lab.ClusterNodes[group.OwnerNode];
        if (disk is { State: ClusterResourceState.Online, IsInMaintenance: false, Lun: { } lun } && owner.IsMember
            && !StorageReach.CanReach(lab, owner.Computer, lun))
        {
            ResourceFailures.Fail(
                lab, group, disk, ClusterErrors.DiskNotReached.For(disk.Name, owner.Name, disk.Name));
        }
    }

    /// <summary>Takes a volume out of sight of every computer.</summary>
    public static void Unmount(LabState lab, Key<Volume> volume)
    {
        foreach (VolumeMount mount in lab.VolumeMounts.ToList())
        {
            if (mount.Volume == volume)
            {
                lab.VolumeMounts.Remove(mount.Key);
            }
        }
    }

    private static void MountOnlyOn(LabState lab, Volume volume, Key<PhysicalComputer> computer)
    {
        VolumeMount? shown = lab.VolumeMounts.FirstOrDefault(
            mount => mount.Volume == volume.Key && mount.Computer == computer);
        string? path = shown?.Path ?? lab.VolumeMounts.FirstOrDefault(mount => mount.Volume == volume.Key)?.Path;
        Unmount(lab, volume.Key);
        bool isFree = path is not null && !lab.VolumeMounts.Any(mount => mount.Computer == computer
            && string.Equals(mount.Path, path, StringComparison.OrdinalIgnoreCase));
        if (isFree)
        {
            lab.VolumeMounts.Add(key => new VolumeMount(key, computer, volume.Key, path!));
        }
        else if (path is not null && ClusterQueries.NodeOf(lab, computer) is { } node)
        {
            ClusterLog.Warn(lab, node, $"Another volume is shown as {path} here: the cluster's disk has no path.");
        }
    }
}
