using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>Finds disks as computers show them.</summary>
internal static class DiskInventory
{
    /// <summary>The disk of a number on a computer, or null.</summary>
    public static HostDisk? Find(LabState lab, Key<PhysicalComputer> computer, int number)
    {
        foreach (HostDisk disk in lab.DisksByComputer.Of(computer))
        {
            if (disk.Number == number)
            {
                return disk;
            }
        }

        return null;
    }

    /// <summary>The disk of a number on a computer.</summary>
    /// <exception cref="Engine.Requests.LabException">The computer shows none of that number.</exception>
    public static HostDisk Require(LabState lab, Key<PhysicalComputer> computer, int number) =>
        Find(lab, computer, number)
        ?? throw StorageErrors.NoSuchDisk.For($"{number}", $"{number}", lab.NameOf(computer));

    /// <summary>The rows under which a computer shows a LUN: one, or one a path without MPIO.</summary>
    public static List<HostDisk> Of(LabState lab, Key<PhysicalComputer> computer, Key<Lun> lun)
    {
        List<HostDisk> found = [];
        foreach (HostDisk disk in lab.DisksByComputer.Of(computer))
        {
            if (disk.Lun == lun)
            {
                found.Add(disk);
            }
        }

        return found;
    }

    /// <summary>The paths that a disk uses: its own, or all of its computer to the array.</summary>
    public static List<StoragePath> PathsOf(LabState lab, HostDisk disk)
    {
        if (disk.Path is { } only)
        {
            return [lab.StoragePaths[only]];
        }

        Key<StorageArray> array = lab.Luns[disk.Lun].Array;
        List<StoragePath> found = [];
        foreach (StoragePath path in lab.PathsByComputer.Of(disk.Computer))
        {
            if (path.Array == array)
            {
                found.Add(path);
            }
        }

        return found;
    }

    /// <summary>The lowest number that no disk of the computer has.</summary>
    public static int FirstFreeNumber(LabState lab, Key<PhysicalComputer> computer)
    {
        int number = 0;
        while (Find(lab, computer, number) is not null || DiskMounts.HasNumber(lab, computer, number))
        {
            number++;
        }

        return number;
    }
}
