using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>The one place where virtual hard disks are mounted on hosts and dismounted.</summary>
internal static class DiskMounts
{
    /// <summary>Who has a disk mounted, in words; null where nobody does.</summary>
    public static string? UserOf(LabState lab, StoredFile file) =>
        VirtualDiskFiles.Find(lab, file.Key)?.Mount is { } mount ? $"a mount on {lab.NameOf(mount.Computer)}" : null;

    /// <summary>
    /// The mount that keeps a disk from being written by somebody else: its own or that of a differencing disk of it,
    /// in words; null where there is none.
    /// </summary>
    public static string? KeeperOf(LabState lab, StoredFile file)
    {
        foreach (StoredDisk mounted in lab.MountedDisks.All)
        {
            for (StoredFile? one = lab.StoredFiles[mounted.File]; one is not null; one = ParentOf(lab, one))
            {
                if (one.Key == file.Key)
                {
                    return UserOf(lab, lab.StoredFiles[mounted.File]);
                }
            }
        }

        return null;
    }

    /// <summary>Refuses a mount that would let two write to one disk, or one write below another's feet.</summary>
    /// <exception cref="LabException">It would.</exception>
    public static void DemandMountable(LabState lab, StoredFile file, string path, bool isReadOnly)
    {
        if ((UserOf(lab, file) ?? lab.DiskUserOf(file)) is { } user)
        {
            throw VhdErrors.InUse.For(path, path, user);
        }

        for (StoredFile? parent = ParentOf(lab, file); parent is not null; parent = ParentOf(lab, parent))
        {
            if (WriterOf(lab, parent) is { } writer)
            {
                throw VhdErrors.InUse.For(path, parent.Path, writer);
            }
        }

        if (!isReadOnly)
        {
            DiskUse.DemandFree(lab, file, path);
            DiskUse.DemandChildless(lab, file, path);
        }
    }

    /// <summary>Who may be writing to a disk, in words; null where nobody is.</summary>
    public static string? WriterOf(LabState lab, StoredFile file) =>
        VirtualDiskFiles.Find(lab, file.Key)?.Mount is { } mount
            ? mount.IsReadOnly ? null : UserOf(lab, file)
            : lab.DiskUserOf(file);

    /// <summary>The disk of a path that a host has mounted, whether or not it can be got at now.</summary>
    /// <exception cref="LabException">There is none, or it is not mounted there.</exception>
    public static (StoredFile File, StoredDisk Disk) Require(
        LabState lab, Key<PhysicalComputer> computer, string path)
    {
        ResolvedPath place = PathResolver.Locate(lab, computer, path)
            ?? throw StorageErrors.PathNotFound.For(path, path, lab.NameOf(computer));
        StoredFile file = FileTable.Find(lab, place)
            ?? throw StorageErrors.FileNotFound.For(path, path, lab.NameOf(computer));
        return VirtualDiskFiles.Find(lab, file.Key) is { } disk && disk.Mount?.Computer == computer
            ? (file, disk)
            : throw MountErrors.NotMounted.For(path, path, lab.NameOf(computer));
    }

    /// <summary>Whether a number is that of a mounted disk of a computer.</summary>
    public static bool HasNumber(LabState lab, Key<PhysicalComputer> computer, int number)
    {
        foreach (StoredDisk disk in lab.MountedDisks.All)
        {
            if (disk.Mount!.Computer == computer && disk.Mount.Number == number)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Mounts a disk.</summary>
    public static void Add(LabState lab, StoredDisk disk, DiskMount mount)
    {
        disk.Attach(mount);
        lab.MountedDisks.Follow(disk);
    }

    /// <summary>Ends a mount. Whoever still serves the disk finds its file closed.</summary>
    public static void Remove(LabState lab, StoredDisk disk)
    {
        disk.Attach(null);
        lab.MountedDisks.Follow(disk);
        lab.Disks.TakeBack(DiskLocation.Of(lab.StoredFiles[disk.File]));
    }

    /// <summary>Ends the mounts of a computer whose power went or that was shut down.</summary>
    public static void RemoveAll(LabState lab, Key<PhysicalComputer> computer)
    {
        foreach (StoredDisk disk in lab.MountedDisks.All.ToArray())
        {
            if (disk.Mount!.Computer == computer)
            {
                Remove(lab, disk);
            }
        }
    }

    /// <summary>Ends the mounts of disks that their computers cannot get at any more; of a volume, or all.</summary>
    public static void RemoveUnreachable(LabState lab, Key<Volume>? key = null)
    {
        foreach (StoredDisk disk in lab.MountedDisks.All.ToArray())
        {
            Volume volume = lab.Volumes[lab.StoredFiles[disk.File].Volume];
            bool isHung = lab.Computers[disk.Mount!.Computer].IsHung;
            if ((key ?? volume.Key) == volume.Key && !isHung && VolumeRoutes.Of(lab, disk.Mount.Computer, volume) is
                { Access: VolumeAccess.None, IsPaused: false })
            {
                Remove(lab, disk);
            }
        }
    }

    private static StoredFile? ParentOf(LabState lab, StoredFile file) =>
        lab.StoredFiles.Find(VirtualDiskFiles.Find(lab, file.Key)?.Parent);
}
