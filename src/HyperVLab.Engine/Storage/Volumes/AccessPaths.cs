using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>
/// Where a volume can be shown: under a letter, of which there are 23 beside the floppies' and the system's, or in an
/// empty folder of another NTFS volume (a mount point), of which there are as many as wanted.
/// </summary>
internal static class AccessPaths
{
    /// <summary>A letter with its colon, or a folder without a backslash at its end.</summary>
    /// <exception cref="LabException">It is no full path.</exception>
    public static string Normalise(string path)
    {
        string full = path is [_, ':'] ? WindowsPath.Normalise($@"{path}\") : WindowsPath.Normalise(path);
        return full.Length == 2 ? full.ToUpperInvariant() : full;
    }

    /// <summary>Refuses a letter or folder under which a computer cannot show another volume.</summary>
    /// <exception cref="LabException">It cannot.</exception>
    public static void Demand(LabState lab, Key<PhysicalComputer> computer, string path)
    {
        string full = Normalise(path);
        if (full.Length == 2)
        {
            DriveLetters.DemandFree(lab, computer, full[..1]);
            return;
        }

        ResolvedPath folder = PathResolver.Resolve(lab, computer, full);
        if (Fault(lab, folder) is { } fault)
        {
            throw AccessPathErrors.FolderRefused.For(full, lab.NameOf(computer), full, fault);
        }
    }

    // A folder of a cluster's disk would come and go with that disk.
    private static string? Fault(LabState lab, ResolvedPath folder) =>
        folder.Relative.Length == 0 ? "another volume is shown there."
        : folder.Volume.FileSystem != VolumeFileSystem.NTFS ? "only NTFS has mount points."
        : StorageReach.LunOf(lab, folder.Volume).IsClustered ? "it is on a disk of a cluster."
        : lab.FileIndex.Find(folder.Volume.Key, folder.Relative) is not null ? "it is a file."
        : lab.FileIndex.IsFolder(folder.Volume.Key, folder.Relative) ? "it is not empty."
        : null;
}
