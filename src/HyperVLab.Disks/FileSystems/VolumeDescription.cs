namespace HyperVLab.Disks.FileSystems;

/// <summary>What a volume says of itself.</summary>
public sealed record VolumeDescription
{
    /// <summary>The file system: "NTFS", "ext4", "BitLocker" and so on; empty if none was recognised.</summary>
    public string FileSystem { get; init; } = "";

    /// <summary>The label that users gave it; empty if there is none or it is not read.</summary>
    public string Label { get; init; } = "";

    /// <summary>Where the volume starts on the disk, in bytes.</summary>
    public long OffsetBytes { get; init; }

    /// <summary>The size of its place on the disk, in bytes.</summary>
    public long SizeBytes { get; init; }

    /// <summary>The unit in which the file system gives out space, in bytes; 0 if it is not known.</summary>
    public int ClusterSizeBytes { get; init; }

    /// <summary>What the file system does not use, in bytes; null if it is not known.</summary>
    public long? FreeBytes { get; init; }

    /// <summary>Whether the volume was not closed, or is marked for checking.</summary>
    public bool IsDirty { get; init; }

    /// <summary>Whether a hibernated Windows lies on it.</summary>
    public bool IsHibernated { get; init; }

    /// <summary>Whether volume shadow copies lie on it, which need clusters that the file system calls free.</summary>
    public bool HasSnapshots { get; init; }

    /// <summary>Whether it is encrypted.</summary>
    public bool IsEncrypted { get; init; }

    /// <summary>Why its free space is not to be relied on.</summary>
    public VolumeDoubt Doubt { get; init; }

    /// <summary>The doubt in words, as a sentence; null without one.</summary>
    public string? DoubtReason { get; init; }
}
