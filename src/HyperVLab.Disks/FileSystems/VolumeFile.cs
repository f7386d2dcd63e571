namespace HyperVLab.Disks.FileSystems;

/// <summary>A file or directory of a volume.</summary>
public sealed record VolumeFile
{
    /// <summary>Its name; empty for the root.</summary>
    public required string Name { get; init; }

    /// <summary>Its path from the root, with the separators of its file system.</summary>
    public required string Path { get; init; }

    /// <summary>Whether it is a directory.</summary>
    public bool IsDirectory { get; init; }

    /// <summary>The size of its content in bytes; 0 for a directory.</summary>
    public long SizeBytes { get; init; }

    /// <summary>The space that its content takes on the volume, in bytes; 0 if it stands with its name.</summary>
    public long AllocatedBytes { get; init; }

    /// <summary>Its attributes, as Windows has them; for other file systems the nearest.</summary>
    public FileAttributes Attributes { get; init; }

    /// <summary>When it was made; null if that is not known.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When its content was changed last; null if that is not known.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>When it was read last; null if that is not known.</summary>
    public DateTimeOffset? Accessed { get; init; }

    /// <summary>The number by which the file system knows it: an MFT record or an inode.</summary>
    public long Number { get; init; }

    /// <summary>The names of its further streams.</summary>
    public IReadOnlyList<string> Streams { get; init; } = [];

    /// <summary>Where a symbolic link or junction leads; otherwise null.</summary>
    public string? LinkTarget { get; init; }

    /// <summary>Why nothing more is known of it, in words; null if all is well.</summary>
    public string? Problem { get; init; }
}
