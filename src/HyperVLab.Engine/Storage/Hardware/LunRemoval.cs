using HyperVLab.Engine.Storage.Notices;

namespace HyperVLab.Engine.Storage;

/// <summary>Deletes LUNs with what is on them.</summary>
internal static class LunRemoval
{
    /// <summary>Deletes a LUN that no computer may see.</summary>
    public static void Remove(LabState lab, Lun lun)
    {
        lab.Raise(new LunRemoved(lun.Key));
        LunReservations.LeaveCluster(lab, lun);
        foreach (HostDisk disk in lab.HostDisks.ToArray())
        {
            if (disk.Lun == lun.Key)
            {
                lab.HostDisks.Remove(disk.Key);
            }
        }

        foreach (Volume volume in VolumeMounts.VolumesOf(lab, lun.Key))
        {
            FileTable.DeleteAll(lab, volume);
            foreach (VolumeMount mount in lab.VolumeMounts.ToArray())
            {
                if (mount.Volume == volume.Key)
                {
                    lab.VolumeMounts.Remove(mount.Key);
                }
            }

            lab.Volumes.Remove(volume.Key);
        }

        foreach (Partition partition in DiskLayout.Of(lab, lun.Key))
        {
            lab.Partitions.Remove(partition.Key);
        }

        LunContent.Forget(lab, lun);
        lab.Luns.Remove(lun.Key);
    }
}
