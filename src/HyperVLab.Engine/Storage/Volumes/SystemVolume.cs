using HyperVLab.Engine.Hosts;

namespace HyperVLab.Engine.Storage;

/// <summary>The volume from which a computer's operating system runs.</summary>
internal static class SystemVolume
{
    /// <summary>
    /// Lets setup divide and format a computer's first own disk: C: behind the partition to boot from, or a datastore.
    /// </summary>
    public static void Prepare(LabState lab, PhysicalComputer computer)
    {
        DiskScan.Run(lab, computer, isBoot: true);
        if (FirstOwnDisk(lab, computer) is not { } disk || lab.Luns[disk.Lun].PartitionStyle != PartitionStyle.RAW)
        {
            return;
        }

        Lun lun = lab.Luns[disk.Lun];
        if (Platforms.Find(computer) is { IsManagedByCenter: true })
        {
            Datastores.Make(lab, lun, Datastores.Local);
            Datastores.Show(lab, computer, lun.Key);
            return;
        }

        DiskLayout.Initialise(lab, lun, PartitionStyle.MBR);
        Partition boot = DiskLayout.AddPartition(
            lab,
            lun,
            PartitionType.System,
            StorageSettings.PartitionAlignmentBytes,
            StorageSettings.SystemReservedBytes);
        VolumeFormats.Format(
            lab,
            DiskLayout.AddVolume(lab, boot),
            VolumeFileSystem.NTFS,
            "System Reserved",
            StorageSettings.DefaultAllocationUnitBytes);
        long? wanted = Servers.Of(lab, computer.Key)?.SystemVolumeBytes;
        (long offset, long size) = DiskLayout.FindSpace(lab, lun, wanted)!.Value;
        Volume volume = DiskLayout.AddVolume(lab, DiskLayout.AddPartition(lab, lun, PartitionType.Basic, offset, size));
        VolumeFormats.Format(
            lab,
            volume,
            VolumeFileSystem.NTFS,
            string.Empty,
            StorageSettings.DefaultAllocationUnitBytes,
            StorageSettings.OperatingSystemBytes);
        VolumeMounts.Mount(lab, computer.Key, volume.Key, "C:");
    }

    /// <summary>Whether a LUN is built into a computer.</summary>
    public static bool IsOwn(LabState lab, Lun lun) => !lab.StorageArrays[lun.Array].IsShared;

    private static HostDisk? FirstOwnDisk(LabState lab, PhysicalComputer computer)
    {
        foreach (HostDisk disk in lab.HostDisks)
        {
            if (disk.Computer == computer.Key && IsOwn(lab, lab.Luns[disk.Lun]))
            {
                return disk;
            }
        }

        return null;
    }
}
