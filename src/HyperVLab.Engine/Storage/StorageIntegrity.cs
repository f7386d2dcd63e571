using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>What must hold of storage beyond that every key leads somewhere.</summary>
internal static class StorageIntegrity
{
    /// <summary>Checks what an import read.</summary>
    /// <exception cref="InvalidDataException">Something does not hold.</exception>
    public static void Check(LabState lab)
    {
        var paths = new HashSet<DiskLocation>();
        foreach (StoredFile file in lab.StoredFiles)
        {
            CheckFile(lab, file);
            if (!paths.Add(DiskLocation.Of(file)))
            {
                throw Wrong(file.Key, "has the path of another file");
            }
        }

        foreach (Volume volume in lab.Volumes)
        {
            CheckVolume(lab, volume);
        }

        var files = new HashSet<Key<StoredFile>>();
        foreach (StoredDisk disk in lab.StoredDisks)
        {
            if (!files.Add(disk.File))
            {
                throw Wrong(disk.Key, "has the file of another disk");
            }

            CheckMount(lab, disk);
        }

        CheckChains(lab);
    }

    private static void CheckFile(LabState lab, StoredFile file)
    {
        if (lab.Volumes[file.Volume].FileSystem == VolumeFileSystem.RAW)
        {
            throw Wrong(file.Key, "is in a volume without a file system");
        }

        bool isFaulty = file.Path.Split('\\').Any(name => name is "." or ".." || WindowsPath.Fault(name) is not null);
        if (file.SizeBytes < 0 || isFaulty)
        {
            throw Wrong(file.Key, "has a size or path that cannot be");
        }
    }

    private static void CheckVolume(LabState lab, Volume volume)
    {
        bool isFormatted = volume.FileSystem != VolumeFileSystem.RAW;
        if (volume.SizeBytes < 0 || volume.UsedBytes < 0 || volume.FreeBytes < 0
            || volume.SizeBytes > lab.Partitions[volume.Partition].SizeBytes
            || (isFormatted && volume.AllocationUnitSizeBytes < 512))
        {
            throw Wrong(volume.Key, "has a size that cannot be");
        }

        long taken = 0;
        foreach (StoredFile file in lab.StoredFiles)
        {
            taken += file.Volume == volume.Key ? volume.Rounded(file.SizeBytes) : 0;
        }

        if (taken > volume.UsedBytes)
        {
            throw Wrong(volume.Key, "holds more than it says");
        }
    }

    private static void CheckMount(LabState lab, StoredDisk disk)
    {
        if (disk.Mount is not { } mount)
        {
            return;
        }

        bool isTaken = DiskInventory.Find(lab, mount.Computer, mount.Number) is not null
            || lab.MountedDisks.All.Any(other => other.Key != disk.Key
                && other.Mount!.Computer == mount.Computer && other.Mount.Number == mount.Number);
        bool isUp = lab.Computers[mount.Computer].State is ComputerState.Running or ComputerState.Stopping;
        if (isTaken || mount.Number < 0 || !isUp)
        {
            throw Wrong(disk.Key, "is mounted where it cannot be");
        }
    }

    private static void CheckChains(LabState lab)
    {
        foreach (StoredDisk start in lab.StoredDisks)
        {
            int length = 0;
            for (StoredDisk? disk = start; disk?.Parent is { } parent; disk = VirtualDiskFiles.Find(lab, parent))
            {
                if (++length > lab.StoredDisks.Count)
                {
                    throw Wrong(start.Key, "is its own ancestor");
                }
            }
        }
    }

    private static InvalidDataException Wrong(IKey key, string what) => new($"{key} {what}.");
}
