using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>
/// What a computer finds when it boots or is told to rescan: without MPIO each LUN once a path, with it each LUN once.
/// Newly found shared disks stay offline (SAN policy of Windows Server 2008 R2).
/// </summary>
internal static class DiskScan
{
    /// <summary>Lets a computer look for disks.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="computer">The computer.</param>
    /// <param name="isBoot">Whether it boots: only then does MPIO claim, or give up, disks that were there
    /// before.</param>
    public static void Run(LabState lab, PhysicalComputer computer, bool isBoot)
    {
        RemoveUnmapped(lab, computer.Key);
        if (isBoot)
        {
            Regroup(lab, computer);
        }

        foreach (StorageArray array in lab.StorageArrays)
        {
            Find(lab, computer, array);
        }

        if (Platforms.Find(computer) is { IsManagedByCenter: true })
        {
            foreach (HostDisk disk in lab.DisksByComputer.Of(computer.Key).ToArray())
            {
                Datastores.Show(lab, computer, disk.Lun);
            }

            return;
        }

        foreach (HostDisk disk in lab.HostDisks)
        {
            if (disk.Computer == computer.Key && !disk.IsOffline)
            {
                DriveLetters.AssignMissing(lab, computer.Key, disk.Lun);
            }
        }
    }

    private static void RemoveUnmapped(LabState lab, Key<PhysicalComputer> computer)
    {
        foreach (HostDisk disk in lab.HostDisks.ToArray())
        {
            bool isShared = lab.StorageArrays[lab.Luns[disk.Lun].Array].IsShared;
            if (disk.Computer == computer && isShared && !StorageReach.IsMapped(lab, computer, disk.Lun))
            {
                Forget(lab, disk);
            }
        }
    }

    /// <summary>Takes a disk from a computer, with the letters of its volumes.</summary>
    public static void Forget(LabState lab, HostDisk disk)
    {
        lab.HostDisks.Remove(disk.Key);
        if (DiskInventory.Of(lab, disk.Computer, disk.Lun).Count == 0)
        {
            VolumeMounts.RemoveAll(lab, disk.Computer, disk.Lun);
        }
    }

    // Rows of one LUN become one when MPIO claims it; the first keeps its number. Without MPIO one row cannot stay for
    // all.
    private static void Regroup(LabState lab, PhysicalComputer computer)
    {
        foreach (HostDisk disk in lab.HostDisks.ToArray())
        {
            if (disk.Computer != computer.Key || !lab.StorageArrays[lab.Luns[disk.Lun].Array].IsShared
                || !lab.HostDisks.Contains(disk.Key))
            {
                continue;
            }

            if (computer.MpioEnabled && disk.Path is not null)
            {
                Claim(lab, disk);
            }
            else if (!computer.MpioEnabled && disk.Path is null)
            {
                disk.Release(DiskInventory.PathsOf(lab, disk)[0].Key);
            }
        }
    }

    private static void Claim(LabState lab, HostDisk first)
    {
        bool isOffline = true;
        foreach (HostDisk disk in DiskInventory.Of(lab, first.Computer, first.Lun))
        {
            isOffline &= disk.IsOffline;
            if (disk.Key != first.Key)
            {
                lab.HostDisks.Remove(disk.Key);
            }
        }

        first.Claim();
        first.SetOffline(isOffline);
    }

    private static void Find(LabState lab, PhysicalComputer computer, StorageArray array)
    {
        if (!array.IsShared)
        {
            if (array.LocalTo == computer.Key)
            {
                FindLocal(lab, computer, array);
            }

            return;
        }

        foreach (StoragePath path in lab.StoragePaths)
        {
            if (path.Computer == computer.Key && path.Array == array.Key && path.State == StoragePathState.Up)
            {
                FindOn(lab, computer, path);
            }
        }
    }

    private static void FindLocal(LabState lab, PhysicalComputer computer, StorageArray array)
    {
        foreach (Lun lun in lab.Luns)
        {
            if (lun.Array == array.Key && DiskInventory.Of(lab, computer.Key, lun.Key).Count == 0)
            {
                Show(lab, computer, lun.Key, null, isOffline: false);
            }
        }
    }

    private static void FindOn(LabState lab, PhysicalComputer computer, StoragePath path)
    {
        foreach (LunMapping mapping in lab.LunMappings
            .Where(mapping => mapping.Computer == computer.Key && lab.Luns[mapping.Lun].Array == path.Array)
            .OrderBy(mapping => mapping.LunNumber))
        {
            List<HostDisk> known = DiskInventory.Of(lab, computer.Key, mapping.Lun);
            bool isKnown = known.Any(disk => disk.Path is null || disk.Path == path.Key);
            if (!isKnown && (known.Count == 0 || !computer.MpioEnabled))
            {
                Show(lab, computer, mapping.Lun, computer.MpioEnabled ? null : path.Key, isOffline: true);
            }
        }
    }

    private static void Show(
        LabState lab, PhysicalComputer computer, Key<Lun> lun, Key<StoragePath>? path, bool isOffline)
    {
        int number = DiskInventory.FirstFreeNumber(lab, computer.Key);
        lab.HostDisks.Add(key => new HostDisk(key, computer.Key, lun, path, number, isOffline));
    }
}
