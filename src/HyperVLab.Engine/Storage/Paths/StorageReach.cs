using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>Who gets at which storage now.</summary>
internal static class StorageReach
{
    /// <summary>
    /// Whether a computer that runs has the LUN built in, or is allowed to see it and has a path that is up, and no
    /// fault takes it away.
    /// </summary>
    public static bool CanReach(LabState lab, Key<PhysicalComputer> computer, Key<Lun> lun)
    {
        if (!IsRunning(lab, computer))
        {
            return false;
        }

        Lun unit = lab.Luns[lun];
        if (unit.IsLostTo(computer))
        {
            return false;
        }

        StorageArray array = lab.StorageArrays[unit.Array];
        return array.IsShared
            ? IsMapped(lab, computer, lun) && HasPath(lab, computer, array.Key)
            : array.LocalTo == computer;
    }

    /// <summary>How a computer gets at a volume.</summary>
    public static VolumeAccess AccessTo(LabState lab, Key<PhysicalComputer> computer, Volume volume) =>
        VolumeWays.Of(lab, computer, volume, LunOf(lab, volume)).Access;

    /// <summary>The LUN on which a volume is.</summary>
    public static Lun LunOf(LabState lab, Volume volume) => lab.Luns[lab.Partitions[volume.Partition].Lun];

    /// <summary>Whether the array lets a computer see a LUN.</summary>
    public static bool IsMapped(LabState lab, Key<PhysicalComputer> computer, Key<Lun> lun)
    {
        foreach (LunMapping mapping in lab.MappingsByComputer.Of(computer))
        {
            if (mapping.Lun == lun)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a computer shows a LUN as a disk that is online.</summary>
    public static bool IsOnline(LabState lab, Key<PhysicalComputer> computer, Key<Lun> lun)
    {
        foreach (HostDisk disk in lab.DisksByComputer.Of(computer))
        {
            bool isUp = disk.Path is not { } path || lab.StoragePaths[path].State == StoragePathState.Up;
            if (disk.Lun == lun && !disk.IsOffline && isUp)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a computer runs.</summary>
    public static bool IsRunning(LabState lab, Key<PhysicalComputer> computer) =>
        lab.Computers.Find(computer) is { IsRunning: true };

    private static bool HasPath(LabState lab, Key<PhysicalComputer> computer, Key<StorageArray> array)
    {
        foreach (StoragePath path in lab.PathsByComputer.Of(computer))
        {
            if (path.Array == array && path.State == StoragePathState.Up)
            {
                return true;
            }
        }

        return false;
    }
}
