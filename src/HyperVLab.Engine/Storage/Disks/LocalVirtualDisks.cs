using HyperVLab.Disks;
using HyperVLab.Disks.Operations;
using HyperVLab.Disks.Partitions;

namespace HyperVLab.Engine.Storage;

/// <summary>Virtual hard disks in this computer's own file system, which belong to no lab.</summary>
public static class LocalVirtualDisks
{
    /// <summary>Makes a disk.</summary>
    /// <param name="disk">What it is to be; its paths are full paths of this computer.</param>
    /// <param name="identifier">Its identifier, never used before.</param>
    /// <param name="created">When it is made.</param>
    /// <exception cref="Engine.Requests.LabException">It cannot be made, or this computer refused.</exception>
    public static void Create(VhdSpecification disk, Guid identifier, DateTimeOffset created)
    {
        VhdFormatRules rules = VhdFormatRules.Of(disk.Path);
        VirtualHardDiskView? parent = ParentOf(disk);
        DiskCreation creation = VhdShape.Of(rules, disk, parent?.Shape).Creation(identifier, created);
        LocalPaths.DemandNew(disk.Path);
        Write(disk, creation, parent);
    }

    /// <summary>Reads what Get-VHD says of a disk.</summary>
    /// <param name="path">Its full path on this computer.</param>
    /// <param name="computerName">What this computer is called.</param>
    /// <exception cref="Engine.Requests.LabException">There is none, it is damaged, or this computer
    /// refused.</exception>
    public static VirtualHardDiskView Read(string path, string computerName)
    {
        if (!File.Exists(path))
        {
            throw StorageErrors.FileNotFound.For(path, path, computerName);
        }

        return DiskReading.Of(path, () => ReadBytes(path, computerName));
    }

    /// <summary>Where the last partition of a disk ends, in bytes; null where there is none that can be read.</summary>
    internal static long? MinimumSizeOf(VirtualDisk disk)
    {
        try
        {
            return PartitionTable.Read(disk)?.EndBytes;
        }
        catch (DiskFormatException)
        {
            return null;
        }
    }

    private static VirtualHardDiskView ReadBytes(string path, string computerName)
    {
        using FileDiskFile file = FileDiskFile.Open(path, readOnly: true);
        DiskInformation information = DiskInformation.Read(file, LocalDiskReader.ParentsOf(path));
        return VirtualHardDiskView.Of(information, computerName, path) with
        {
            LocalPath = path,
            MinimumSize = MinimumSizeOf(path),
        };
    }

    // A child whose parent is elsewhere can be described all the same.
    private static long? MinimumSizeOf(string path)
    {
        using FileDiskFile file = FileDiskFile.Open(path, readOnly: true);
        try
        {
            using VirtualDisk disk = VirtualDisk.Open(file, LocalDiskReader.ParentsOf(path), readOnly: true);
            return MinimumSizeOf(disk);
        }
        catch (DiskParentException)
        {
            return null;
        }
    }

    /// <summary>What a disk's parent is, where it is to have one.</summary>
    /// <exception cref="Engine.Requests.LabException">It cannot be its parent.</exception>
    internal static VirtualHardDiskView? ParentOf(VhdSpecification disk)
    {
        if (disk.VhdType != VhdType.Differencing)
        {
            return disk.ParentPath is null ? null : throw StorageErrors.ParentNotWanted.For(disk.Path);
        }

        return Read(disk.ParentPath ?? throw StorageErrors.ParentMissing.For(disk.Path), ".");
    }

    private static void Write(VhdSpecification disk, DiskCreation creation, VirtualHardDiskView? parent) =>
        DiskReading.Change(disk.Path, StorageErrors.FileRefused, () => DiskFiles.Create(
            disk.Path,
            creation with { Parent = parent is null ? null : LinkTo(parent, disk.Path) },
            LocalDiskReader.ParentsOf(disk.Path)));

    /// <summary>What a disk says of its parent.</summary>
    internal static DiskParentLink LinkTo(VirtualHardDiskView parent, string child) => new()
    {
        Identifier = parent.LinkIdentifier,
        SizeBytes = parent.Size,
        AbsolutePath = parent.Path,
        RelativePath = RelativePath(child, parent.Path),
    };

    // Windows writes backslashes and a dot before them; another drive has no relative path.
    private static string? RelativePath(string from, string to)
    {
        string relative = Path.GetRelativePath(Path.GetDirectoryName(from)!, to);
        if (Path.IsPathRooted(relative))
        {
            return null;
        }

        string text = relative.Replace(Path.DirectorySeparatorChar, '\\');
        return text.StartsWith("..", StringComparison.Ordinal) ? text : $@".\{text}";
    }
}
