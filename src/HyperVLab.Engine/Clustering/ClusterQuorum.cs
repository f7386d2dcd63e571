using HyperVLab.Engine.Clustering.Rules;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>Gives a cluster its quorum and witness.</summary>
internal static class ClusterQuorum
{
    /// <summary>Chooses what a new cluster gets by itself.</summary>
    public static void Choose(LabState lab, Cluster cluster)
    {
        ClusterGroup storage = ClusterQueries.CoreGroupOf(lab, cluster.Key, GroupType.AvailableStorage);
        List<ClusterResource> disks = [.. ClusterQueries.ResourcesOf(lab, storage.Key)
            .Where(resource => resource.ResourceType == ClusterResourceType.PhysicalDisk)];
        (ClusterQuorumType type, int witness) = QuorumChoice.Choose(
            ClusterQueries.NodesOf(lab, cluster.Key).Count, [.. disks.Select(disk => SizeOf(lab, disk))]);
        Set(lab, cluster, type, witness < 0 ? null : disks[witness]);
    }

    /// <summary>Counts votes another way, with another witness or none: the old one's disk is free again.</summary>
    public static void Set(LabState lab, Cluster cluster, ClusterQuorumType type, ClusterResource? witness)
    {
        ClusterGroup core = ClusterQueries.CoreGroupOf(lab, cluster.Key, GroupType.Cluster);
        ClusterResource? former = lab.ClusterResources.Find(cluster.Witness);
        cluster.SetQuorum(type, witness?.Key);
        if (former is not null && former != witness)
        {
            if (former.ResourceType == ClusterResourceType.FileShareWitness)
            {
                ClusterFactory.RemoveResource(lab, former);
            }
            else
            {
                Move(lab, former, ClusterQueries.CoreGroupOf(lab, cluster.Key, GroupType.AvailableStorage));

                // What kept the witness from the nodes does not keep an ordinary disk from them.
                WitnessFaults.BringOnline(lab, former);
            }
        }

        if (witness is not null && witness.Group != core.Key)
        {
            Move(lab, witness, core);
        }

        Votes.Adjust(lab, cluster);
    }

    /// <summary>The size of a disk's first volume in bytes; 0 where it has none.</summary>
    public static long SizeOf(LabState lab, ClusterResource disk) =>
        disk.Lun is { } lun && ClusterDisks.VolumeOf(lab, lun) is { FileSystem: VolumeFileSystem.NTFS } volume
            ? volume.SizeBytes
            : 0;

    private static void Move(LabState lab, ClusterResource disk, ClusterGroup group)
    {
        Key<ClusterNode> holder = lab.ClusterGroups[disk.Group].OwnerNode;
        disk.MoveTo(group.Key, lab.ResourcesByGroup);
        if (!lab.ClusterNodes[group.OwnerNode].IsMember)
        {
            // Nothing of a group whose node is lost is online, so it comes to the disk instead of the disk to it.
            group.BeOwnedBy(holder);
        }

        if (disk is { State: ClusterResourceState.Online, Lun: { } lun }
            && StorageReach.CanReach(lab, lab.ClusterNodes[group.OwnerNode].Computer, lun))
        {
            ResourceEffects.ComeOnline(lab, group, disk);
        }
        else
        {
            // The group's owner may reach it less than the one that had it.
            ClusterDisks.Check(lab, disk);
        }
    }
}
