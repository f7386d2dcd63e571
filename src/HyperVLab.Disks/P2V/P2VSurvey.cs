using HyperVLab.Disks.FileSystems;
using HyperVLab.Disks.FileSystems.Ntfs;
using HyperVLab.Disks.Operations;
using HyperVLab.Disks.Partitions;

namespace HyperVLab.Disks.P2V;

/// <summary>Looks at the volumes of a disk: what systems they hold, what is set in them, what is to be known.</summary>
/// <param name="source">The disk.</param>
/// <param name="map">What its volumes do not use.</param>
/// <param name="options">How it is to be converted.</param>
/// <param name="patches">Where to put what changes.</param>
internal sealed class P2VSurvey(VirtualDisk source, FreeSpaceMap map, P2VOptions options, DiskPatches patches)
{
    private readonly List<string> _warnings = [];
    private readonly List<DriverChange> _drivers = [];
    private readonly Dictionary<int, string> _letters = [];
    private int _criticalDevices;

    /// <summary>Looks at all volumes.</summary>
    /// <param name="leftOut">How much of each is left out, in bytes.</param>
    /// <param name="work">Whether to stop.</param>
    public P2VReport Run(long[] leftOut, DiskWork work)
    {
        WarnOfTable(map.Table!);
        var volumes = new List<P2VVolume>();
        foreach (var (report, index) in map.Volumes.Select((report, index) => (report, index)))
        {
            work.ThrowIfCancelled();
            WarnOf(report);
            volumes.Add(new P2VVolume
            {
                Partition = report.Partition,
                Volume = report.Volume,
                LeftOutBytes = leftOut[index],
                OperatingSystem = LookInto(report),
            });
        }

        if (volumes.TrueForAll(volume => volume.OperatingSystem.Length == 0))
        {
            _warnings.Add("No Windows and no Linux was found that a machine could start from this disk.");
        }

        return new P2VReport
        {
            SizeBytes = source.SizeBytes,
            Scheme = map.Table!.Scheme,
            Volumes = [.. volumes.Select(volume => volume with
            {
                DriveLetter = _letters.GetValueOrDefault(volume.Partition.Number, ""),
            })],
            Drivers = _drivers,
            CriticalDevices = _criticalDevices,
            Warnings = _warnings,
        };
    }

    private static string Named(VolumeReport report) => $"Partition {report.Partition.Number}";

    private void WarnOfTable(PartitionTable table)
    {
        _warnings.AddRange(table.Warnings);
        switch (table.Scheme)
        {
            case PartitionScheme.None:
                _warnings.Add("The disk is one volume without a partition table, from which no machine starts.");
                break;
            case PartitionScheme.Gpt:
                _warnings.Add("The disk has a GUID partition table: only machines of generation 2 start from it, which "
                    + "Hyper-V has since Windows Server 2012 R2, with a VHDX.");
                break;
            default:
                if (!table.Partitions.Any(partition => partition.IsActive))
                {
                    _warnings.Add("No partition is active, so a machine may not start from the disk.");
                }

                break;
        }
    }

    private void WarnOf(VolumeReport report)
    {
        var volume = report.Volume;
        var partition = report.Partition;
        if (PartitionTypes.MayGoOnElsewhere(partition.TypeCode))
        {
            _warnings.Add($"{Named(report)} is of a dynamic disk, a pool or a RAID ({partition.Type}), which may go on "
                + "on other disks: it is copied whole, and what is in it is not made ready.");
        }
        else if (volume.Doubt is not VolumeDoubt.None and not VolumeDoubt.UnknownFileSystem)
        {
            _warnings.Add($"{Named(report)} is copied whole: {volume.DoubtReason}");
        }

        if (volume.IsEncrypted)
        {
            _warnings.Add($"A system on partition {partition.Number} is not made ready and asks for its recovery key; "
                + "decrypt the volume before.");
        }

        if (volume.HasSnapshots && volume.Doubt == VolumeDoubt.None)
        {
            _warnings.Add(options.AllowSnapshots
                ? $"{Named(report)}: its shadow copies lose what only they still used; delete them in the copy."
                : $"{Named(report)} is copied whole: shadow copies on it need what is free.");
        }
    }

    // The system's name. What is damaged here is copied as it is: the copy is not worse than its source.
    private string LookInto(VolumeReport report)
    {
        if (report.Volume.IsEncrypted || PartitionTypes.MayGoOnElsewhere(report.Partition.TypeCode))
        {
            return "";
        }

        try
        {
            return Volume.OpenFiles(source, report.Partition.OffsetBytes, report.Partition.SizeBytes) switch
            {
                NtfsVolume ntfs => WindowsSystem.Find(ntfs) is { } windows ? LookInto(report, windows) : "",
                { } other => LinuxSystem.Find(other) is { } linux ? LookInto(report, linux) : "",
                _ => "",
            };
        }
        catch (DiskFormatException damage)
        {
            _warnings.Add($"{Named(report)}: {damage.Message.TrimEnd('.')}; it was not looked for a system.");
            return "";
        }
    }

    private string LookInto(VolumeReport report, LinuxSystem linux)
    {
        _warnings.AddRange(linux.Warnings.Select(warning => $"{Named(report)}: {warning}"));
        return linux.OperatingSystem;
    }

    private string LookInto(VolumeReport report, WindowsSystem windows)
    {
        try
        {
            foreach (var (number, letter) in windows.DriveLetters(map.Table!))
            {
                _letters.TryAdd(number, letter);
            }

            if (!options.KeepDrivers)
            {
                SetDrivers(report, windows);
            }
        }
        catch (Exception damage) when (damage is DiskFormatException or InvalidOperationException)
        {
            _warnings.Add($"{Named(report)}: its Windows is not made ready: {damage.Message.TrimEnd('.')}.");
        }

        return windows.OperatingSystem;
    }

    private void SetDrivers(VolumeReport report, WindowsSystem windows)
    {
        if (report.Volume.IsHibernated)
        {
            _warnings.Add($"{Named(report)}: its Windows sleeps and is not made ready, as it would go on with what it "
                + "remembers; start it and shut it down, and convert it then.");
            return;
        }

        var (setting, problem) = windows.SetDrivers(patches);
        if (problem is not null)
        {
            _warnings.Add($"{Named(report)}: {problem}.");
        }

        if (setting is null)
        {
            return;
        }

        _drivers.AddRange(setting.Changes);
        _criticalDevices += setting.CriticalDevices;
        if (!setting.StartsFromVirtualDisk)
        {
            _warnings.Add($"{Named(report)}: its Windows has no driver's file for a virtual machine's disk (atapi.sys "
                + "with intelide.sys, or storvsc.sys), and stops with 0x7B.");
        }
    }
}
