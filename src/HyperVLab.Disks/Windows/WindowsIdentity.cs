using HyperVLab.Disks.FileSystems;
using HyperVLab.Disks.FileSystems.Ntfs;
using HyperVLab.Disks.Guests;
using HyperVLab.Disks.P2V;
using HyperVLab.Disks.Partitions;
using HyperVLab.Disks.Registry;

namespace HyperVLab.Disks.Windows;

/// <summary>
/// Who a real Windows on a disk is: the computer's name and security identifier and how far its setup is, read from its
/// hives and written into them where they stand, so that no file becomes longer or moves.
/// </summary>
public static class WindowsIdentity
{
    private const string System = "SYSTEM";
    private const string Setup = "Setup";

    // What has to hold the identifier; SOFTWARE has the profiles' keys, and is changed alike where that can be.
    private static readonly string[] _identified = ["SAM", "SECURITY"];

    // What tells Windows to run its setup at the next start, and what it is then (seen in hives of Windows 10).
    private static readonly (string Name, uint InSetup)[] _setupValues =
        [("SystemSetupInProgress", 1), ("SetupType", 2), ("OOBEInProgress", 1)];

    /// <summary>Reads the identity of the Windows on a disk.</summary>
    /// <param name="disk">The disk.</param>
    /// <returns>The identity; null if no Windows is on the disk.</returns>
    /// <exception cref="DiskFormatException">A hive is broken.</exception>
    public static GuestSystemRecord? Read(VirtualDisk disk)
    {
        if (Find(disk) is not { } hives)
        {
            return null;
        }

        var system = hives.Open(System);
        var name = ComputerName.ReadHostName(system) ?? ComputerName.Read(system);
        var identifier = _identified.Where(hives.Has).Select(hive => MachineSid.Read(hives.Open(hive)))
            .FirstOrDefault(found => found is not null);
        return new GuestSystemRecord
        {
            OperatingSystem = WindowsSystem.NameOf(hives),
            ComputerName = string.IsNullOrEmpty(name) ? "WINDOWS" : name,
            MachineSid = identifier?.ToString() ?? "",
            Generalized = system.Root.Find(Setup)?.FindValue(_setupValues[0].Name)?.ReadNumber() is 1,
        };
    }

    /// <summary>Gives the Windows on a disk another identity. All is found possible before a byte is written.</summary>
    /// <param name="disk">The disk.</param>
    /// <param name="record">The name, the identifier and whether its setup is to run at the next start.</param>
    /// <exception cref="DiskFormatException">No Windows is on the disk, or it is broken, or was not shut down, or has
    /// no room for that.</exception>
    public static void Write(VirtualDisk disk, GuestSystemRecord record)
    {
        var hives = Find(disk) ?? throw new DiskFormatException("disk", 0, "no Windows is on it");
        using var changed = new MemoryDiskFile();
        var patches = new DiskPatches(changed);
        foreach (var name in _identified)
        {
            var own = MachineSid.Read(hives.Open(name))
                ?? throw new DiskFormatException("registry hive", 0, $"{name} holds no machine identifier");
            Change(hives, patches, name, hive => own.Change(hive, MachineSid.Parse(record.MachineSid)));
        }

        Change(hives, patches, System, hive =>
        {
            ComputerName.Write(hive, record.ComputerName);
            var setup = hive.Root.CreateSubkey(Setup);
            foreach (var (value, inSetup) in _setupValues)
            {
                setup.SetNumber(value, record.Generalized ? inSetup : 0);
            }
        });

        foreach (var (offset, end, file) in patches.Split(0, disk.SizeBytes))
        {
            if (file is not null)
            {
                var bytes = new byte[end - offset];
                file.Read(offset, bytes);
                disk.Write(offset, bytes);
            }
        }
    }

    private static void Change(WindowsHives hives, DiskPatches patches, string name, Action<RegistryHive> change)
    {
        var places = hives.PlacesOf(name)
            ?? throw new DiskFormatException("registry hive", 0, $"{name} is compressed or sparse, and is not changed");
        var before = hives.Read(name);
        var hive = hives.Open(name, before);
        try
        {
            change(hive);
        }
        catch (Exception refusal) when (refusal is InvalidOperationException or ArgumentException)
        {
            throw new DiskFormatException("registry hive", 0, $"{name}: {refusal.Message}");
        }

        var after = hive.ToBytes();
        if (after.Length > before.Length)
        {
            throw new DiskFormatException("registry hive", 0, $"{name} would grow, and is not changed");
        }

        patches.Add(places, after, before);
    }

    private static WindowsHives? Find(VirtualDisk disk)
    {
        foreach (var partition in PartitionTable.Read(disk)?.Volumes ?? [])
        {
            if (OpenVolume(disk, partition) is { } volume && WindowsHives.Find(volume) is { } hives)
            {
                return hives;
            }
        }

        return null;
    }

    // What cannot be read as a volume is not where a computer starts from.
    private static NtfsVolume? OpenVolume(VirtualDisk disk, DiskPartition partition)
    {
        try
        {
            return Volume.OpenFiles(disk, partition.OffsetBytes, partition.SizeBytes) as NtfsVolume;
        }
        catch (DiskFormatException)
        {
            return null;
        }
    }
}
