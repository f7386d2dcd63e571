using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>Which way leads to a volume, and why no better one.</summary>
internal static class VolumeWays
{
    private static readonly VolumeWay s_direct = new(VolumeAccess.Direct, VolumeRouteReason.None, false);

    /// <summary>The way of reads and writes.</summary>
    public static VolumeWay Of(LabState lab, Key<PhysicalComputer> computer, Volume volume, Lun lun)
    {
        if (!StorageReach.IsRunning(lab, computer))
        {
            bool isHung = lab.Computers.Find(computer) is { IsHung: true };
            return None(VolumeRouteReason.ComputerDown) with { IsPaused = isHung };
        }

        if (!lun.IsSharedVolume)
        {
            return OfDisk(lab, computer, lun);
        }

        if (Obstacle(lab, computer, volume, lun) is { } obstacle)
        {
            return obstacle;
        }

        bool isOwner = lun.ReservedBy == computer;
        if (!StorageReach.CanReach(lab, computer, lun.Key))
        {
            return ThroughOwner(lab, computer, lun, VolumeRouteReason.NoPath);
        }

        return isOwner || !lun.IsRedirected ? s_direct with { IsPaused = lun.IsPaused }
            : ThroughOwner(
                lab, computer, lun,
                lun.IsRedirectedByHand ? VolumeRouteReason.UserRequest : VolumeRouteReason.Backup);
    }

    /// <summary>The way of metadata.</summary>
    public static VolumeWay OfMetadata(LabState lab, Key<PhysicalComputer> computer, Volume volume, Lun lun)
    {
        VolumeWay way = Of(lab, computer, volume, lun);
        return way.Access == VolumeAccess.Direct && lun.IsSharedVolume && lun.ReservedBy != computer
            ? ThroughOwner(lab, computer, lun, VolumeRouteReason.Metadata)
            : way;
    }

    /// <summary>The way to a LUN that a virtual machine has whole, and that its computer leaves offline.</summary>
    public static VolumeWay OfWholeDisk(LabState lab, Key<PhysicalComputer> computer, HostDisk? disk)
    {
        if (!StorageReach.IsRunning(lab, computer))
        {
            bool isHung = lab.Computers.Find(computer) is { IsHung: true };
            return None(VolumeRouteReason.ComputerDown) with { IsPaused = isHung };
        }

        if (disk is null || !StorageReach.CanReach(lab, computer, disk.Lun)
            || (disk.Path is { } path && lab.StoragePaths[path].State != StoragePathState.Up))
        {
            return None(VolumeRouteReason.NoPath);
        }

        Lun lun = lab.Luns[disk.Lun];
        return !lun.IsClustered ? s_direct : OfReserved(lab, computer, lun);
    }

    private static VolumeWay OfDisk(LabState lab, Key<PhysicalComputer> computer, Lun lun)
    {
        if (!StorageReach.CanReach(lab, computer, lun.Key))
        {
            return None(VolumeRouteReason.NoPath);
        }

        if (lun.IsClustered)
        {
            return OfReserved(lab, computer, lun);
        }

        return StorageReach.IsOnline(lab, computer, lun.Key) ? s_direct : None(VolumeRouteReason.Offline);
    }

    private static VolumeWay OfReserved(LabState lab, Key<PhysicalComputer> computer, Lun lun) =>
        LunReservations.LetsWrite(lab, lun, computer) ? s_direct
        : None(lun.ReservedBy is null ? VolumeRouteReason.NoOwner : VolumeRouteReason.NotOwner);

    private static VolumeWay? Obstacle(LabState lab, Key<PhysicalComputer> computer, Volume volume, Lun lun) =>
        lun.IsInMaintenance ? None(VolumeRouteReason.Maintenance)
        : VolumeMounts.Of(lab, computer, volume.Key) is null ? None(VolumeRouteReason.NotMounted)
        : !LunReservations.LetsWrite(lab, lun, computer) ? None(VolumeRouteReason.Fenced)
        : lun.ReservedBy is null ? None(VolumeRouteReason.NoOwner) with { IsPaused = lun.IsPaused }
        : null;

    // While its coordinator is gone and not missed yet, whatever goes through it waits.
    private static VolumeWay ThroughOwner(
        LabState lab, Key<PhysicalComputer> computer, Lun lun, VolumeRouteReason reason)
    {
        Key<PhysicalComputer> owner = lun.ReservedBy!.Value;
        if (owner == computer || (StorageReach.IsRunning(lab, owner) && !StorageReach.CanReach(lab, owner, lun.Key)))
        {
            return None(VolumeRouteReason.NoPath) with { IsPaused = lun.IsPaused };
        }

        bool answers = StorageReach.IsRunning(lab, owner) && lab.LinkToOwner(computer, owner) is not null;
        return new VolumeWay(
            VolumeAccess.Redirected,
            answers ? reason : VolumeRouteReason.OwnerUnreachable,
            lun.IsPaused || !answers);
    }

    private static VolumeWay None(VolumeRouteReason reason) => new(VolumeAccess.None, reason, false);
}
