using System.Buffers.Binary;
using HyperVLab.Disks.FileSystems.Ntfs;
using HyperVLab.Disks.Partitions;
using HyperVLab.Disks.Registry;
using HyperVLab.Disks.Windows;

namespace HyperVLab.Disks.P2V;

/// <summary>An installed Windows on an NTFS volume: what it is, and how its registry is made ready.</summary>
internal sealed class WindowsSystem
{
    private const string System = "SYSTEM";
    private const string DeviceName = @"\DosDevices\";

    private readonly WindowsHives _hives;

    private WindowsSystem(WindowsHives hives)
    {
        _hives = hives;
        OperatingSystem = NameOf(hives);
    }

    /// <summary>What the system calls itself; "Windows" if it cannot be asked.</summary>
    public string OperatingSystem { get; }

    /// <summary>Finds a Windows.</summary>
    /// <returns>The system; null if there is none.</returns>
    /// <exception cref="DiskFormatException">The volume is damaged on the way there.</exception>
    public static WindowsSystem? Find(NtfsVolume volume) =>
        WindowsHives.Find(volume) is { } hives ? new WindowsSystem(hives) : null;

    /// <summary>Sets the drivers in the SYSTEM hive as it shall stand in the copy.</summary>
    /// <param name="patches">Where to put what changes.</param>
    /// <returns>What is set, and why something is not; null if nothing is to be said.</returns>
    /// <exception cref="DiskFormatException">The hive or the volume is broken.</exception>
    /// <exception cref="InvalidOperationException">The hive cannot be changed.</exception>
    public (DriverSetting? Setting, string? Problem) SetDrivers(DiskPatches patches)
    {
        if (_hives.PlacesOf(System) is not { } places)
        {
            return (null, "the SYSTEM hive is compressed or sparse, and is not changed");
        }

        var before = _hives.Read(System);
        foreach (var mayAdd in new[] { true, false })
        {
            var hive = _hives.Open(System, before);
            var setting = new DriverSetting(hive, path => _hives.Exists($@"{_hives.Folder}\{path}"), mayAdd);
            setting.Run();
            if (!hive.IsChanged)
            {
                return (setting, null);
            }

            var after = hive.ToBytes();
            if (after.Length <= before.Length)
            {
                patches.Add(places, after, before);
                return (setting, mayAdd
                    ? null : "the SYSTEM hive has no room for new keys, and only the services that it has were set");
            }
        }

        return (null, "the SYSTEM hive would grow, and is not changed");
    }

    /// <summary>Says which drive letters the system gives to partitions of its own disk.</summary>
    /// <param name="table">The disk's table.</param>
    /// <returns>The letters, by the partitions' numbers.</returns>
    public IReadOnlyDictionary<int, string> DriveLetters(PartitionTable table)
    {
        var letters = new Dictionary<int, string>();
        var devices = _hives.Open(System).Find("MountedDevices")?.Values ?? [];
        foreach (var device in devices.Where(value => value.Name.Length == DeviceName.Length + 2
            && value.Name.StartsWith(DeviceName, StringComparison.OrdinalIgnoreCase)))
        {
            var data = device.ReadData();
            var partition = table.Volumes.FirstOrDefault(volume => Means(data, table, volume));
            if (partition is not null)
            {
                letters.TryAdd(partition.Number, device.Name[DeviceName.Length..].ToUpperInvariant());
            }
        }

        return letters;
    }

    // The disk's signature and the partition's offset, or "DMIO:ID:" and the partition's identifier in a GPT.
    private static bool Means(ReadOnlySpan<byte> data, PartitionTable table, DiskPartition volume) => data.Length switch
    {
        12 => BinaryPrimitives.ReadUInt32LittleEndian(data) == table.DiskSignature
            && BinaryPrimitives.ReadInt64LittleEndian(data[4..]) == volume.OffsetBytes,
        24 => data.StartsWith("DMIO:ID:"u8) && new Guid(data[8..]) == volume.Identifier,
        _ => false,
    };

    /// <summary>What a Windows calls itself; "Windows" if it cannot be asked.</summary>
    /// <param name="hives">Its hives.</param>
    public static string NameOf(WindowsHives hives)
    {
        const string Unknown = "Windows";
        try
        {
            var version = RegistryHive.Open(hives.Read("SOFTWARE")).Find(@"Microsoft\Windows NT\CurrentVersion");
            var name = version?.FindValue("ProductName")?.ReadText();
            var pack = version?.FindValue("CSDVersion")?.ReadText();
            return string.IsNullOrWhiteSpace(name) ? Unknown : P2VText.Line($"{name} {pack}");
        }
        catch (DiskFormatException)
        {
            return Unknown;
        }
    }
}
