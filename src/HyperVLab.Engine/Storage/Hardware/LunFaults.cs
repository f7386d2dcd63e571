using System.Globalization;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage.Notices;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>What can befall logical units, and its repair.</summary>
internal static class LunFaults
{
    private const string Source = "disk";

    /// <summary>
    /// Takes a LUN from computers, from every one where none are given, until <see cref="Return"/> was called as often.
    /// </summary>
    public static void Lose(LabState lab, Lun lun, IReadOnlyList<Key<PhysicalComputer>> computers)
    {
        List<HostDisk> seen = Seen(lab, lun);
        lun.Lose(loses: true, computers);
        foreach (HostDisk disk in seen)
        {
            if (lun.IsLostTo(disk.Computer))
            {
                Write(lab, disk, LogLevel.Error, static number => $"Disk {number} has been surprise removed.");
            }
        }

        lab.Raise(new LunReachChanged(lun.Key));
    }

    /// <summary>Gives a LUN back that nothing else takes away.</summary>
    public static void Return(LabState lab, Lun lun, IReadOnlyList<Key<PhysicalComputer>> computers)
    {
        List<HostDisk> seen = Seen(lab, lun);
        lun.Lose(loses: false, computers);
        foreach (HostDisk disk in Seen(lab, lun))
        {
            if (!seen.Contains(disk))
            {
                Write(lab, disk, LogLevel.Information, static number => $"Disk {number} has arrived again.");
            }
        }

        lab.Raise(new LunReachChanged(lun.Key));
    }

    /// <summary>
    /// One fault more, or one less, exhausts the pool of which a LUN is made: who writes to new room on it is told that
    /// the disk is full.
    /// </summary>
    public static void Fill(LabState lab, Lun lun, bool fills)
    {
        List<(Volume Volume, VolumeFullness Before)> volumes =
        [
            .. lab.VolumesByLun.Of(lun.Key).Select(volume => (volume, FileTable.Fullness(lab, volume))),
        ];
        lun.Fill(fills);
        if (fills && lun.FullFaults == 1)
        {
            foreach (HostDisk disk in Seen(lab, lun))
            {
                Write(
                    lab,
                    disk,
                    LogLevel.Error,
                    static number =>
                        $"Disk {number} has reached a logical block provisioning permanent resource exhaustion "
                        + "condition.");
            }
        }

        foreach ((Volume volume, VolumeFullness before) in volumes)
        {
            FileTable.Tell(lab, volume, before);
        }
    }

    /// <summary>Lets every transfer of a LUN take longer, or less where negative.</summary>
    public static void Slow(LabState lab, Lun lun, TimeSpan delay)
    {
        lun.Slow(delay);
        VolumeRoutes.Changed(lab, lun.Key);
    }

    /// <summary>Lets so many more of a hundred transfers of a LUN fail, or fewer where negative.</summary>
    public static void Err(LabState lab, Lun lun, int percent)
    {
        lun.Err(percent);
        VolumeRoutes.Changed(lab, lun.Key);
    }

    private static List<HostDisk> Seen(LabState lab, Lun lun)
    {
        List<HostDisk> found = [];
        foreach (HostDisk disk in lab.HostDisks)
        {
            if (disk.Lun == lun.Key && StorageReach.CanReach(lab, disk.Computer, lun.Key))
            {
                found.Add(disk);
            }
        }

        return found;
    }

    private static void Write(LabState lab, HostDisk disk, LogLevel level, Func<string, string> message) => lab.Write(
        level,
        Source,
        lab.NameOf(disk.Computer),
        message(disk.Number.ToString(CultureInfo.InvariantCulture)));
}
