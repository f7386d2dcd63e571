namespace HyperVLab.Engine.Storage;

/// <summary>A virtual hard disk that is mounted on a host.</summary>
public sealed record MountedDiskView
{
    /// <summary>The number of its file in the lab.</summary>
    public required int FileKey { get; init; }

    /// <summary>The host on which it is mounted.</summary>
    public required string ComputerName { get; init; }

    /// <summary>The number of the host.</summary>
    public required int ComputerKey { get; init; }

    /// <summary>Its path on the host; empty where the host has lost the volume's place.</summary>
    public required string Path { get; init; }

    /// <summary>Who mounted it; null for the lab itself.</summary>
    public required string? Account { get; init; }

    /// <summary>Whether nobody may write to it.</summary>
    public required bool IsReadOnly { get; init; }

    /// <summary>The number of the disk on the host.</summary>
    public required int DiskNumber { get; init; }

    /// <summary>When it was mounted.</summary>
    public required TimeSpan Since { get; init; }

    internal static MountedDiskView Of(LabState lab, StoredDisk disk)
    {
        DiskMount mount = disk.Mount!;
        return new MountedDiskView
        {
            FileKey = disk.File.Number,
            ComputerName = lab.NameOf(mount.Computer),
            ComputerKey = mount.Computer.Number,
            Path = PathResolver.PathOf(lab, mount.Computer, lab.StoredFiles[disk.File]) ?? string.Empty,
            Account = mount.Account is { } account ? lab.NameOf(account) : null,
            IsReadOnly = mount.IsReadOnly,
            DiskNumber = mount.Number,
            Since = mount.Since,
        };
    }
}
