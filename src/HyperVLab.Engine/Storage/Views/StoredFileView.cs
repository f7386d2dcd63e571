namespace HyperVLab.Engine.Storage;

/// <summary>A file in a volume.</summary>
public sealed record StoredFileView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>The number of the volume.</summary>
    public required int VolumeKey { get; init; }

    /// <summary>The name without its folders.</summary>
    public required string Name { get; init; }

    /// <summary>The path in the volume.</summary>
    public required string RelativePath { get; init; }

    /// <summary>The whole paths, one for each way in which computers mount the volume.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>The whole path on each computer that mounts the volume.</summary>
    public required IReadOnlyList<FilePlace> Places { get; init; }

    /// <summary>Its length in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>What it is for.</summary>
    public required StoredFileKind Kind { get; init; }

    internal static StoredFileView Of(LabState lab, StoredFile row) => new()
    {
        Key = row.Key.Number,
        VolumeKey = row.Volume.Number,
        Name = row.Name,
        RelativePath = row.Path,
        Paths = PathsOf(lab, row),
        Places = [.. lab.VolumeMounts
            .Where(mount => mount.Volume == row.Volume)
            .Select(mount => new FilePlace(
                mount.Computer.Number, lab.NameOf(mount.Computer), WindowsPath.Join(mount.Path, row.Path)))],
        Length = row.SizeBytes,
        Kind = row.Kind,
    };

    private static List<string> PathsOf(LabState lab, StoredFile file)
    {
        List<string> paths = [];
        foreach (VolumeMount mount in lab.VolumeMounts)
        {
            string path = WindowsPath.Join(mount.Path, file.Path);
            if (mount.Volume == file.Volume && !paths.Contains(path, StringComparer.OrdinalIgnoreCase))
            {
                paths.Add(path);
            }
        }

        return paths;
    }
}
