using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>Holds that a virtual hard disk has one user, and that no change takes a parent from its children.</summary>
internal static class DiskUse
{
    /// <summary>Refuses a disk that somebody uses, itself or through a differencing disk of it.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="file">The disk's file.</param>
    /// <param name="path">Its path as the message calls it.</param>
    /// <exception cref="Engine.Requests.LabException">Somebody does.</exception>
    public static void DemandFree(LabState lab, StoredFile file, string path)
    {
        var waiting = new Queue<StoredFile>([file]);
        while (waiting.TryDequeue(out StoredFile? one))
        {
            if (lab.DiskUserOf(one) is { } user)
            {
                throw VhdErrors.InUse.For(path, path, user);
            }

            foreach (StoredDisk child in ChildrenOf(lab, one.Key))
            {
                waiting.Enqueue(lab.StoredFiles[child.File]);
            }
        }
    }

    /// <summary>Refuses a disk whose change its differencing disks would not survive.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="file">The disk's file.</param>
    /// <param name="path">Its path as the message calls it.</param>
    /// <param name="but">A child that does not count.</param>
    /// <exception cref="Engine.Requests.LabException">It has such.</exception>
    public static void DemandChildless(
        LabState lab, StoredFile file, string path, Key<StoredFile>? but = null)
    {
        foreach (StoredDisk child in ChildrenOf(lab, file.Key))
        {
            if (child.File != but)
            {
                throw VhdErrors.HasChildren.For(path, path, lab.StoredFiles[child.File].Path);
            }
        }
    }

    /// <summary>Refuses a parent that is the disk itself or one above it.</summary>
    /// <exception cref="Engine.Requests.LabException">The chain would lead back.</exception>
    public static void DemandNoLoop(LabState lab, StoredFile child, VhdTarget parent, string path)
    {
        for (StoredDisk? disk = parent.Disk; disk is not null;
            disk = disk.Parent is { } next ? VirtualDiskFiles.Find(lab, next) : null)
        {
            if (disk.File == child.Key)
            {
                throw VhdErrors.ChainLoops.For(path, path, parent.Path);
            }
        }
    }

    /// <summary>The differencing disks directly above a disk.</summary>
    public static IEnumerable<StoredDisk> ChildrenOf(LabState lab, Key<StoredFile> parent)
    {
        foreach (StoredDisk disk in lab.StoredDisks)
        {
            if (disk.Parent == parent)
            {
                yield return disk;
            }
        }
    }
}
