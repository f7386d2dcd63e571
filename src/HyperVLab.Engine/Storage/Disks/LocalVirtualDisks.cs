using HyperVLab.Disks;
using HyperVLab.Disks.Partitions;
using HyperVLab.Disks.Vhd;

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
        VhdPlanner.CheckName(disk.Path);
        VirtualHardDiskView? parent = ParentOf(disk);
        int block = VhdPlanner.BlockSizeOf(disk);
        var creation = new DiskCreation
        {
            SizeBytes = VhdPlanner.SizeOf(disk, parent?.Size),
            BlockSizeBytes = block == 0 ? VhdLimits.DefaultBlockSizeBytes : block,
            Identifier = identifier,
            Created = created,
        };
        if (File.Exists(disk.Path))
        {
            throw StorageErrors.FileExists.For(disk.Path, disk.Path);
        }

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

        try
        {
            return DiskStoreException.Guard(() => ReadBytes(path, computerName));
        }
        catch (DiskStoreException failure)
        {
            throw StorageErrors.DiskUnreadable.For(path, path, failure.Message);
        }
        catch (DiskFormatException damage)
        {
            throw StorageErrors.DiskDamaged.For(path, path, damage.Message);
        }
    }

    private static VirtualHardDiskView ReadBytes(string path, string computerName)
    {
        using FileDiskFile file = FileDiskFile.Open(path, readOnly: true);
        VirtualHardDiskView view = VirtualHardDiskView.Of(DiskInformation.Read(file), computerName, path);
        return view with { LocalPath = path, MinimumSize = MinimumSizeOf(path) };
    }

    // A child whose parent is elsewhere can be described all the same.
    private static long? MinimumSizeOf(string path)
    {
        using FileDiskFile file = FileDiskFile.Open(path, readOnly: true);
        var folder = new DirectoryParentResolver(Path.GetDirectoryName(path)!);
        try
        {
            using VirtualDisk disk = VirtualDisk.Open(file, folder, readOnly: true);
            return MasterBootRecord.Read(disk)?.EndOfLastPartition;
        }
        catch (DiskParentException)
        {
            return null;
        }
    }

    private static VirtualHardDiskView? ParentOf(VhdSpecification disk)
    {
        if (disk.VhdType != VhdType.Differencing)
        {
            return disk.ParentPath is null ? null : throw StorageErrors.ParentNotWanted.For(disk.Path);
        }

        return Read(disk.ParentPath ?? throw StorageErrors.ParentMissing.For(disk.Path), ".");
    }

    private static void Write(VhdSpecification disk, DiskCreation creation, VirtualHardDiskView? parent)
    {
        bool isMade = false;
        try
        {
            DiskStoreException.Guard(() =>
            {
                using FileDiskFile file = FileDiskFile.CreateNew(disk.Path);
                isMade = true;
                VhdPlanner.Fill(file, disk.VhdType, creation, parent is null ? null : LinkTo(parent, disk));
                file.Flush();
                return true;
            });
        }
        catch (DiskStoreException failure)
        {
            if (isMade)
            {
                File.Delete(disk.Path);
            }

            throw StorageErrors.FileRefused.For(disk.Path, disk.Path, failure.Message);
        }
    }

    private static DiskParentLink LinkTo(VirtualHardDiskView parent, VhdSpecification disk) => new()
    {
        Identifier = Guid.Parse(parent.DiskIdentifier),
        SizeBytes = parent.Size,
        AbsolutePath = parent.Path,
        RelativePath = RelativePath(disk.Path, parent.Path),
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
