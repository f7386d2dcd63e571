using System.Buffers.Binary;
using HyperVLab.Disks.FileSystems.Ntfs;
using HyperVLab.Disks.Partitions;
using HyperVLab.Disks.Registry;

namespace HyperVLab.Disks.P2V;

/// <summary>An installed Windows on an NTFS volume: what it is, and how its registry is made ready.</summary>
internal sealed class WindowsSystem
{
    // The folder of Windows, by its age; who gave it another name has to make his copy ready himself.
    private static readonly string[] _folders = ["Windows", "WINNT"];
    private static readonly string[] _logs = [".LOG1", ".LOG2", ".LOG"];

    // A SYSTEM has some ten megabytes, a SOFTWARE rarely more than a hundred (ours).
    private const long MaximumHiveBytes = 128 * 1024 * 1024;

    private const string DeviceName = @"\DosDevices\";

    private readonly NtfsVolume _volume;
    private readonly string _folder;

    private WindowsSystem(NtfsVolume volume, string folder)
    {
        _volume = volume;
        _folder = folder;
        OperatingSystem = ReadName();
    }

    /// <summary>What the system calls itself; "Windows" if it cannot be asked.</summary>
    public string OperatingSystem { get; }

    private string HivePath => $@"{_folder}\System32\config\SYSTEM";

    /// <summary>Finds a Windows.</summary>
    /// <returns>The system; null if there is none.</returns>
    /// <exception cref="DiskFormatException">The volume is damaged on the way there.</exception>
    public static WindowsSystem? Find(NtfsVolume volume)
    {
        foreach (var folder in _folders)
        {
            if (volume.Find($@"{folder}\System32\config\SYSTEM") is { IsDirectory: false })
            {
                return new WindowsSystem(volume, folder);
            }
        }

        return null;
    }

    /// <summary>Sets the drivers in the SYSTEM hive as it shall stand in the copy.</summary>
    /// <param name="patches">Where to put what changes.</param>
    /// <returns>What is set, and why something is not; null if nothing is to be said.</returns>
    /// <exception cref="DiskFormatException">The hive or the volume is broken.</exception>
    /// <exception cref="InvalidOperationException">The hive cannot be changed.</exception>
    public (DriverSetting? Setting, string? Problem) SetDrivers(DiskPatches patches)
    {
        if (_volume.PlacesOf(HivePath) is not { } places)
        {
            return (null, "the SYSTEM hive is compressed or sparse, and is not changed");
        }

        var before = Read(HivePath);
        foreach (var mayAdd in new[] { true, false })
        {
            var hive = Open(before);
            var setting = new DriverSetting(hive, path => Exists($@"{_folder}\{path}"), mayAdd);
            setting.Run();
            if (!hive.IsChanged)
            {
                return (setting, null);
            }

            var after = hive.ToBytes();
            if (after.Length <= before.Length)
            {
                Patch(patches, places, after, before);
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
        var devices = Open(Read(HivePath)).Find("MountedDevices")?.Values ?? [];
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

    private static void Patch(
        DiskPatches patches, IReadOnlyList<ByteRange> places, ReadOnlySpan<byte> after, ReadOnlySpan<byte> before)
    {
        foreach (var place in places)
        {
            var count = (int)Math.Min(place.Length, after.Length);
            patches.Add(place.Offset, after[..count], before[..count]);
            after = after[count..];
            before = before[count..];
        }
    }

    private RegistryHive Open(byte[] bytes)
    {
        var logs = _logs.Select(suffix => HivePath + suffix).Where(Exists).Select(Read).ToList();
        return RegistryHive.Open(bytes, logs);
    }

    private string ReadName()
    {
        const string Unknown = "Windows";
        var path = $@"{_folder}\System32\config\SOFTWARE";
        try
        {
            var version = RegistryHive.Open(Read(path)).Find(@"Microsoft\Windows NT\CurrentVersion");
            var name = version?.FindValue("ProductName")?.ReadText();
            var pack = version?.FindValue("CSDVersion")?.ReadText();
            return string.IsNullOrWhiteSpace(name) ? Unknown : P2VText.Line($"{name} {pack}");
        }
        catch (DiskFormatException)
        {
            return Unknown;
        }
    }

    private byte[] Read(string path)
    {
        if (_volume.Find(path) is { SizeBytes: > MaximumHiveBytes and var size })
        {
            throw new DiskFormatException("registry hive", 0, $"{path} has {size} bytes, and is not read");
        }

        using var stream = Content(path);
        var start = new byte[4];
        if (stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length
            || !start.AsSpan().SequenceEqual("regf"u8))
        {
            throw new DiskFormatException("registry base block", 0, $"{path} does not start with \"regf\"");
        }

        stream.Position = 0;
        return HiveSource.Read(stream);
    }

    // A damaged volume can have a file that is found and has no stream of data.
    private Stream Content(string path)
    {
        try
        {
            return _volume.OpenRead(path);
        }
        catch (FileNotFoundException missing)
        {
            throw new DiskFormatException("registry hive", 0, missing.Message.TrimEnd('.'));
        }
    }

    private bool Exists(string path)
    {
        try
        {
            return _volume.Find(path) is { IsDirectory: false };
        }
        catch (DiskFormatException)
        {
            return false;
        }
    }
}
