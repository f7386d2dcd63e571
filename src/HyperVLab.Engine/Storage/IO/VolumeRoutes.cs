using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage.Notices;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>
/// By which way each computer gets at each volume. Nothing of it is kept: whoever needs it asks again when he hears
/// <see cref="VolumeRouteChanged"/>.
/// </summary>
internal static class VolumeRoutes
{
    /// <summary>The way that reads and writes of a computer take to a volume now.</summary>
    public static VolumeRoute Of(LabState lab, Key<PhysicalComputer> computer, Volume volume)
    {
        Lun lun = StorageReach.LunOf(lab, volume);
        return WithFigures(lab, computer, lun, VolumeWays.Of(lab, computer, volume, lun));
    }

    /// <summary>
    /// The way of metadata: making, growing, renaming and deleting files. On a cluster shared volume only the
    /// coordinator writes it, and every other node asks him to.
    /// </summary>
    public static VolumeRoute OfMetadata(LabState lab, Key<PhysicalComputer> computer, Volume volume)
    {
        Lun lun = StorageReach.LunOf(lab, volume);
        return WithFigures(lab, computer, lun, VolumeWays.OfMetadata(lab, computer, volume, lun));
    }

    /// <summary>
    /// The way to a LUN that a virtual machine of a computer has whole: there is no file system and no virtual hard
    /// disk in it, so it is as fast as the computer's own.
    /// </summary>
    /// <param name="lab">The lab.</param>
    /// <param name="computer">The computer.</param>
    /// <param name="disk">The disk as the computer shows it; null where it shows none.</param>
    public static VolumeRoute OfWholeDisk(LabState lab, Key<PhysicalComputer> computer, HostDisk? disk)
    {
        VolumeWay way = VolumeWays.OfWholeDisk(lab, computer, disk);
        return disk is null
            ? new VolumeRoute(way.Access, way.Reason, way.IsPaused, TimeSpan.Zero, 0, 0)
            : WithFigures(lab, computer, lab.Luns[disk.Lun], way);
    }

    /// <summary>Tells everybody that a computer's way to the volumes of a LUN may be another now.</summary>
    public static void Changed(LabState lab, Key<Lun> lun)
    {
        foreach (Volume volume in lab.VolumesByLun.Of(lun))
        {
            lab.Raise(new VolumeRouteChanged(volume.Key));
        }

        lab.Raise(new LunRouteChanged(lun));
    }

    /// <summary>A computer came up or went down: its own ways, and those through it.</summary>
    public static void ChangedFor(LabState lab, Key<PhysicalComputer> computer)
    {
        foreach (VolumeMount mount in lab.MountsByComputer.Of(computer))
        {
            lab.Raise(new VolumeRouteChanged(mount.Volume));
        }
    }

    /// <summary>A path of a computer to an array went down or came back.</summary>
    public static void ChangedFor(LabState lab, StoragePath path)
    {
        foreach (LunMapping mapping in lab.MappingsByComputer.Of(path.Computer))
        {
            if (lab.Luns[mapping.Lun].Array == path.Array)
            {
                Changed(lab, mapping.Lun);
            }
        }
    }

    /// <summary>What the parts of a way take: the disk behind it, and the network to the coordinator.</summary>
    public static RouteParts PartsOf(LabState lab, Key<PhysicalComputer> computer, Lun lun, VolumeWay way)
    {
        Key<PhysicalComputer> near = way.Access == VolumeAccess.Direct ? computer : lun.ReservedBy!.Value;
        bool isShared = lab.StorageArrays[lun.Array].IsShared;
        TimeSpan disk = (isShared ? RouteSettings.ArrayLatency : RouteSettings.LocalLatency) + lun.FaultDelay;
        long rate = isShared ? SharedRate(lab, near, lun) : RouteSettings.LocalBytesPerSecond;
        if (way.Access != VolumeAccess.Redirected)
        {
            return new RouteParts(disk, rate, TimeSpan.Zero, null);
        }

        TimeSpan server = RouteSettings.RedirectionLatency;
        return lab.LinkToOwner(computer, near) is { } link
            ? new RouteParts(disk, rate, server + link.Roundtrip + LossCost(link), RateOf(link))
            : new RouteParts(disk, rate, server, 0);
    }

    private static VolumeRoute WithFigures(LabState lab, Key<PhysicalComputer> computer, Lun lun, VolumeWay way)
    {
        if (way.Access == VolumeAccess.None)
        {
            return new VolumeRoute(way.Access, way.Reason, way.IsPaused, TimeSpan.Zero, 0, 0);
        }

        RouteParts parts = PartsOf(lab, computer, lun, way);
        return new VolumeRoute(
            way.Access, way.Reason, way.IsPaused, parts.Latency, parts.BytesPerSecond, lun.FaultErrorPercent);
    }

    private static long SharedRate(LabState lab, Key<PhysicalComputer> computer, Lun lun)
    {
        long rate = 0;
        foreach (StoragePath path in lab.PathsByComputer.Of(computer))
        {
            if (path.Array == lun.Array && path.State == StoragePathState.Up)
            {
                rate += RouteSettings.PathBytesPerSecond;
            }
        }

        return Math.Min(rate, RouteSettings.ArrayBytesPerSecond);
    }

    private static long RateOf(OwnerLink link) => (long)(
        (Int128)RouteSettings.RedirectedBytesPerGigabit * link.BitsPerSecond * (100 - link.LossPercent)
        / RouteSettings.Gigabit / 100);

    private static TimeSpan LossCost(OwnerLink link) => RouteSettings.Retransmission * link.LossPercent / 100;
}
