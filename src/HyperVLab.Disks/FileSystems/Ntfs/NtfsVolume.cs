namespace HyperVLab.Disks.FileSystems.Ntfs;

/// <summary>
/// The files of an NTFS volume: resident ones, those in many pieces, with holes, compressed, and with several streams.
/// Names are found as Windows finds them, whatever their case.
/// </summary>
public sealed class NtfsVolume : IVolumeFiles
{
    private readonly NtfsFileTable _files;
    private readonly NtfsNames _names;

    private NtfsVolume(NtfsFileTable files)
    {
        _files = files;
        _names = new NtfsNames(files);
        Label = NtfsState.Label(files);
    }

    /// <inheritdoc/>
    public string FileSystem => "NTFS";

    /// <inheritdoc/>
    public string Label { get; }

    /// <summary>The size of a cluster in bytes.</summary>
    public int ClusterSizeBytes => _files.Boot.ClusterBytes;

    /// <summary>Opens a volume, clean or not.</summary>
    /// <param name="disk">The disk, which stays with the caller.</param>
    /// <param name="offset">Where the volume starts, in bytes.</param>
    /// <param name="length">Its size in bytes.</param>
    /// <returns>The volume.</returns>
    /// <exception cref="DiskFormatException">It is not NTFS, or it is damaged.</exception>
    public static NtfsVolume Open(VirtualDisk disk, long offset, long length)
    {
        var window = new DiskWindow(disk, offset, length);
        return new NtfsVolume(new NtfsFileTable(window, NtfsBootSector.Read(window)));
    }

    /// <inheritdoc/>
    public IEnumerable<VolumeFile> List(string path)
    {
        var (directory, _, canonical) = Walk(VolumePath.Names(path));
        if (directory is not { IsDirectory: true })
        {
            throw new DirectoryNotFoundException($"The volume has no directory '{path}'.");
        }

        return List(directory, canonical);
    }

    /// <inheritdoc/>
    public VolumeFile? Find(string path)
    {
        var (names, stream) = Split(path);
        var (file, name, canonical) = Walk(names);
        if (file is null)
        {
            return null;
        }

        if (stream.Length == 0)
        {
            return NtfsFileFacts.Of(file, name, canonical);
        }

        return StreamName(file, stream) is { } found
            ? NtfsFileFacts.Of(file, $"{name}:{found}", $"{canonical}:{found}", found) : null;
    }

    /// <inheritdoc/>
    public Stream OpenRead(string path)
    {
        var (names, stream) = Split(path);
        var (file, _, _) = Walk(names);
        if (file is null || StreamName(file, stream) is not { } found)
        {
            throw new FileNotFoundException($"The volume has no file '{path}'.", path);
        }

        if (found.Length == 0 && NtfsReparsePoint.Read(file) is { HidesContent: true } point)
        {
            throw file.Place.Broken($"its content is kept elsewhere (reparse tag 0x{point.Tag:X8}), which is not read");
        }

        return file.Open(NtfsAttribute.Data, found);
    }

    /// <summary>Says where a file's bytes stand on the disk, for whoever changes them there.</summary>
    /// <param name="path">Its path.</param>
    /// <returns>The ranges in the order of the file; null if there is no such file, or if not each of its bytes has
    /// a place of its own: it stands with its name, is compressed or has holes.</returns>
    /// <exception cref="DiskFormatException">It, or a directory on the way, is damaged.</exception>
    internal IReadOnlyList<ByteRange>? PlacesOf(string path)
    {
        var (file, _, _) = Walk(VolumePath.Names(path));
        return file is null || file.IsDirectory || StreamName(file, "") is null
            || NtfsReparsePoint.Read(file) is { HidesContent: true }
            ? null : file.Open(NtfsAttribute.Data).Places();
    }

    // Only the last name can have a stream; the main one may be written out as "::$DATA".
    private static (string[] Names, string Stream) Split(string path)
    {
        var names = VolumePath.Names(path);
        if (names.Length == 0 || names[^1].IndexOf(':', StringComparison.Ordinal) is var at && at < 0)
        {
            return (names, "");
        }

        var stream = names[^1][(at + 1)..];
        names[^1] = names[^1][..at];
        const string Type = ":$DATA";
        return (names, stream.EndsWith(Type, StringComparison.OrdinalIgnoreCase) ? stream[..^Type.Length] : stream);
    }

    private IEnumerable<VolumeFile> List(NtfsFile directory, string path)
    {
        var names = NtfsDirectory.Names(directory).Where(name => !name.IsShort && name.Number != NtfsFileTable.Root)
            .OrderBy(name => name.Name, StringComparer.OrdinalIgnoreCase).ToList();
        foreach (var name in names)
        {
            yield return Describe(name, $@"{path}\{name.Name}");
        }
    }

    private VolumeFile Describe(NtfsFileName name, string path)
    {
        try
        {
            return NtfsFileFacts.Of(_files.Open(name.Number, name.Sequence), name.Name, path);
        }
        catch (DiskFormatException error)
        {
            return new VolumeFile
            {
                Name = name.Name,
                Path = path,
                IsDirectory = name.IsDirectory,
                SizeBytes = Math.Max(0, name.SizeBytes),
                Number = name.Number,
                Problem = error.Message,
            };
        }
    }

    // The file at the end of the names, its own name and its path as the volume writes them.
    private (NtfsFile? File, string Name, string Path) Walk(string[] names)
    {
        var file = _files.Open(NtfsFileTable.Root);
        if (!file.IsDirectory)
        {
            throw file.Place.Broken("the root is no directory");
        }

        var (last, path) = ("", "");
        foreach (var name in names)
        {
            var entries = file.IsDirectory
                ? NtfsDirectory.Names(file).Where(entry => _names.AreEqual(entry.Name, name)).ToList() : [];
            if ((entries.Find(entry => entry.Name == name) ?? entries.FirstOrDefault()) is not { } found)
            {
                return (null, "", "");
            }

            (last, path) = (found.Name, $@"{path}\{found.Name}");
            file = _files.Open(found.Number, found.Sequence);
        }

        return (file, last, path);
    }

    private string? StreamName(NtfsFile file, string stream) => file.Attributes
        .Where(attribute => attribute.Type == NtfsAttribute.Data && _names.AreEqual(attribute.Name, stream))
        .Select(attribute => attribute.Name).FirstOrDefault();
}
