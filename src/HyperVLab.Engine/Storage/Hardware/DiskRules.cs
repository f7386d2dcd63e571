namespace HyperVLab.Engine.Storage;

/// <summary>What may be done with a disk as a computer shows it.</summary>
internal static class DiskRules
{
    /// <summary>Refuses to touch the disk of the running system, and a cluster's.</summary>
    /// <exception cref="Engine.Requests.LabException">It is one.</exception>
    public static void DemandChangeable(LabState lab, HostDisk disk)
    {
        Lun lun = lab.Luns[disk.Lun];
        if (SystemVolume.IsOwn(lab, lun))
        {
            throw Refuse(DiskErrors.DiskIsSystem, lab, disk);
        }

        if (lun.IsClustered)
        {
            throw Refuse(DiskErrors.DiskIsClustered, lab, disk);
        }
    }

    /// <summary>Refuses to bring a disk online that cannot be got at, or that is online on another path.</summary>
    /// <exception cref="Engine.Requests.LabException">It is so.</exception>
    public static void DemandCanComeOnline(LabState lab, HostDisk disk)
    {
        Lun lun = lab.Luns[disk.Lun];
        if (lun.ReservedBy is { } owner && owner != disk.Computer)
        {
            throw Refuse(DiskErrors.DiskReserved, lab, disk);
        }

        if (lab.LunUserOf(disk.Lun) is { } user)
        {
            throw DiskErrors.DiskHasUser.For(
                $"{disk.Number}", $"{disk.Number}", lab.NameOf(disk.Computer), user);
        }

        DemandReachable(lab, disk);
        foreach (HostDisk other in DiskInventory.Of(lab, disk.Computer, disk.Lun))
        {
            if (other.Key != disk.Key && !other.IsOffline && lun.PartitionStyle != PartitionStyle.RAW)
            {
                throw DiskErrors.SignatureCollision.For(
                    $"{disk.Number}", $"{disk.Number}", lab.NameOf(disk.Computer), $"{other.Number}");
            }
        }
    }

    /// <summary>Refuses unless a disk can be divided now.</summary>
    /// <exception cref="Engine.Requests.LabException">It is offline, read-only, a cluster's, reserved, or out of
    /// reach.</exception>
    public static void DemandWritable(LabState lab, HostDisk disk)
    {
        if (lab.Luns[disk.Lun].IsClustered)
        {
            throw Refuse(DiskErrors.DiskIsClustered, lab, disk);
        }

        DemandReachable(lab, disk);
        if (disk.IsOffline)
        {
            throw Refuse(DiskErrors.DiskOffline, lab, disk);
        }

        if (disk.IsReadOnly)
        {
            throw Refuse(DiskErrors.DiskReadOnly, lab, disk);
        }
    }

    private static void DemandReachable(LabState lab, HostDisk disk)
    {
        List<StoragePath> paths = DiskInventory.PathsOf(lab, disk);
        bool isCut = paths.Count > 0 && paths.TrueForAll(static path => path.State == StoragePathState.Down);
        if (isCut || !StorageReach.CanReach(lab, disk.Computer, disk.Lun))
        {
            throw Refuse(DiskErrors.DiskUnreachable, lab, disk);
        }
    }

    private static Engine.Requests.LabException Refuse(Engine.Requests.LabError error, LabState lab, HostDisk disk) =>
        error.For($"{disk.Number}", $"{disk.Number}", lab.NameOf(disk.Computer));
}
