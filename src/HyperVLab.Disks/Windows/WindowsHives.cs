using HyperVLab.Disks.FileSystems.Ntfs;
using HyperVLab.Disks.Registry;

namespace HyperVLab.Disks.Windows;

/// <summary>The registry of a Windows that is installed on an NTFS volume, as files.</summary>
internal sealed class WindowsHives
{
    // The folder of Windows, by its age; who gave it another name has to make his copy ready himself.
    private static readonly string[] _folders = ["Windows", "WINNT"];
    private static readonly string[] _logs = [".LOG1", ".LOG2", ".LOG"];

    // A SYSTEM has some ten megabytes, a SOFTWARE rarely more than a hundred (ours).
    private const long MaximumHiveBytes = 128 * 1024 * 1024;

    private readonly NtfsVolume _volume;

    private WindowsHives(NtfsVolume volume, string folder)
    {
        _volume = volume;
        Folder = folder;
    }

    /// <summary>The folder of Windows.</summary>
    public string Folder { get; }

    /// <summary>Finds a Windows.</summary>
    /// <returns>Its hives; null if there is none.</returns>
    /// <exception cref="DiskFormatException">The volume is damaged on the way there.</exception>
    public static WindowsHives? Find(NtfsVolume volume)
    {
        foreach (var folder in _folders)
        {
            if (volume.Find($@"{folder}\System32\config\SYSTEM") is { IsDirectory: false })
            {
                return new WindowsHives(volume, folder);
            }
        }

        return null;
    }

    /// <summary>Where the bytes of a hive stand on the disk; null if they cannot be changed there.</summary>
    /// <param name="name">Its name, such as SYSTEM.</param>
    public IReadOnlyList<ByteRange>? PlacesOf(string name) => _volume.PlacesOf(PathOf(name));

    /// <summary>Whether a file is there.</summary>
    /// <param name="path">Its path on the volume.</param>
    public bool Exists(string path)
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

    /// <summary>Whether a hive is there.</summary>
    public bool Has(string name) => Exists(PathOf(name));

    /// <summary>Opens a hive with its logs.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <exception cref="DiskFormatException">It is broken.</exception>
    public RegistryHive Open(string name, byte[] bytes) => RegistryHive.Open(
        bytes, [.. _logs.Select(suffix => PathOf(name) + suffix).Where(Exists).Select(ReadFile)]);

    /// <summary>Reads and opens a hive.</summary>
    /// <exception cref="DiskFormatException">It is broken, or the volume is.</exception>
    public RegistryHive Open(string name) => Open(name, Read(name));

    /// <summary>Reads a hive's bytes.</summary>
    /// <exception cref="DiskFormatException">It is none, or the volume is damaged.</exception>
    public byte[] Read(string name) => ReadFile(PathOf(name));

    private string PathOf(string name) => $@"{Folder}\System32\config\{name}";

    private byte[] ReadFile(string path)
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
}
