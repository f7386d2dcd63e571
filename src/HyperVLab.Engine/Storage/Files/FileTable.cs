using System.Globalization;
using HyperVLab.Engine.Storage.Notices;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>The one place where files come, grow and go, so that a volume never gives more than it has.</summary>
internal static class FileTable
{
    /// <summary>The file at a path, or null.</summary>
    public static StoredFile? Find(LabState lab, ResolvedPath path) =>
        lab.StoredFiles.Find(lab.FileIndex.Find(path.Volume.Key, path.Relative));

    /// <summary>The file at a path of a computer.</summary>
    /// <exception cref="Engine.Requests.LabException">The path leads nowhere, or to no file.</exception>
    public static StoredFile Require(LabState lab, Key<Hosts.PhysicalComputer> computer, string path) =>
        Find(lab, PathResolver.Resolve(lab, computer, path))
        ?? throw StorageErrors.FileNotFound.For(path, path, lab.NameOf(computer));

    /// <summary>Refuses unless a file of that size can be made there.</summary>
    /// <exception cref="Engine.Requests.LabException">Something of that name is there, or there is no room for
    /// it.</exception>
    public static void DemandNew(LabState lab, ResolvedPath path, long sizeBytes)
    {
        if (path.Relative.Length == 0)
        {
            throw StorageErrors.PathInvalid.For(path.Full, path.Full, "it names a volume and no file in it.");
        }

        if (Find(lab, path) is not null || lab.FileIndex.IsFolder(path.Volume.Key, path.Relative))
        {
            throw StorageErrors.FileExists.For(path.Full, path.Full);
        }

        for (int end = path.Relative.LastIndexOf('\\'); end > 0; end = path.Relative.LastIndexOf('\\', end - 1))
        {
            if (lab.FileIndex.Find(path.Volume.Key, path.Relative[..end]) is not null)
            {
                throw StorageErrors.PathInvalid.For(path.Full, path.Full, "a file stands where it needs a folder.");
            }
        }

        DemandSpace(lab, path.Volume, path.Full, path.Volume.Rounded(sizeBytes));
    }

    /// <summary>Refuses unless the volume has that many bytes more to give.</summary>
    /// <exception cref="Engine.Requests.LabException">It has not.</exception>
    public static void DemandSpace(LabState lab, Volume volume, string path, long bytes)
    {
        if (bytes > RoomIn(lab, volume))
        {
            throw StorageErrors.NotEnoughSpace.For(path, path, Text(bytes), Text(RoomIn(lab, volume)));
        }
    }

    /// <summary>Whether a file can become that long.</summary>
    public static bool CanResize(LabState lab, StoredFile file, long sizeBytes)
    {
        Volume volume = lab.Volumes[file.Volume];
        return volume.Rounded(sizeBytes) - volume.Rounded(file.SizeBytes) <= RoomIn(lab, volume);
    }

    /// <summary>Adds a file where <see cref="DemandNew"/> found nothing in its way.</summary>
    public static StoredFile Create(LabState lab, ResolvedPath path, long sizeBytes, StoredFileKind kind)
    {
        string spelt = lab.FileIndex.Spell(path.Volume.Key, path.Relative);
        Take(lab, path.Volume, path.Volume.Rounded(sizeBytes));
        StoredFile file = lab.StoredFiles.Add(key => new StoredFile(key, path.Volume.Key, spelt, sizeBytes, kind));
        lab.FileIndex.Add(file);
        return file;
    }

    /// <summary>
    /// Makes a file longer or shorter, where <see cref="CanResize"/> or <see cref="DemandSpace"/> allowed it.
    /// </summary>
    public static void Resize(LabState lab, StoredFile file, long sizeBytes)
    {
        // Whoever hears of what that does to the volume sees the file as it is by then.
        Volume volume = lab.Volumes[file.Volume];
        long more = volume.Rounded(sizeBytes) - volume.Rounded(file.SizeBytes);
        file.Resize(sizeBytes);
        Take(lab, volume, more);
    }

    /// <summary>Deletes a file, its bytes and what the lab knows of it as a disk.</summary>
    public static void Delete(LabState lab, StoredFile file)
    {
        lab.Raise(new StoredFileDeleted(file.Key));
        if (VirtualDiskFiles.Find(lab, file.Key) is { } disk)
        {
            lab.StoredDisks.Remove(disk.Key);
        }

        Volume volume = lab.Volumes[file.Volume];
        lab.FileIndex.Remove(file);
        lab.StoredFiles.Remove(file.Key);
        lab.Disks.Delete(DiskLocation.Of(file));
        Take(lab, volume, -volume.Rounded(file.SizeBytes));
    }

    /// <summary>
    /// How many bytes a volume can still give: none where its LUN's pool is exhausted, though the file system believes
    /// that it has room. Whoever only writes where something stands already goes on.
    /// </summary>
    public static long RoomIn(LabState lab, Volume volume) =>
        StorageReach.LunOf(lab, volume).IsFull ? 0 : volume.FreeBytes;

    /// <summary>How near a volume is to its end, by the limits at which Hyper-V acts.</summary>
    public static VolumeFullness Fullness(LabState lab, Volume volume) => RoomIn(lab, volume) switch
    {
        < StorageSettings.CriticalFreeBytes => VolumeFullness.Critical,
        < StorageSettings.LowFreeBytes => VolumeFullness.Low,
        _ => VolumeFullness.Ample,
    };

    /// <summary>Tells the other areas when a volume has crossed a limit.</summary>
    public static void Tell(LabState lab, Volume volume, VolumeFullness before)
    {
        if (Fullness(lab, volume) is var after && after != before)
        {
            lab.Raise(new VolumeFullnessChanged(volume.Key, before, after));
        }
    }

    /// <summary>Deletes every file of a volume.</summary>
    public static void DeleteAll(LabState lab, Volume volume)
    {
        foreach (StoredFile file in lab.StoredFiles.ToArray())
        {
            if (file.Volume == volume.Key)
            {
                Delete(lab, file);
            }
        }
    }

    private static void Take(LabState lab, Volume volume, long bytes)
    {
        VolumeFullness before = Fullness(lab, volume);
        volume.Use(bytes);
        Tell(lab, volume, before);
    }

    private static string Text(long bytes) => bytes.ToString("N0", CultureInfo.InvariantCulture);
}
