using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>The folders and files behind shares of the library.</summary>
internal static class LibraryFiles
{
    /// <summary>The computer of a library share.</summary>
    public static Key<PhysicalComputer> ComputerOf(LabState lab, LibraryShare share) =>
        lab.LibraryServers[share.LibraryServer].Computer;

    /// <summary>The network path of a library share, whether or not the folder is shared now.</summary>
    public static string PathOf(LabState lab, LibraryShare share) =>
        $@"\\{lab.FullNameOf(lab.Computers[ComputerOf(lab, share)])}\{share.Name}";

    /// <summary>The network path of a file in the library.</summary>
    public static string PathOf(LabState lab, LibraryResource resource) =>
        $@"{PathOf(lab, lab.LibraryShares[resource.Share])}\{resource.Path}";

    /// <summary>The file of a resource as a path of its computer.</summary>
    /// <exception cref="LabException">It is not there, or cannot be got at.</exception>
    public static (StoredFile File, Key<PhysicalComputer> Computer, string Path) Require(
        LabState lab, LibraryResource resource)
    {
        Key<PhysicalComputer> computer = ComputerOf(lab, lab.LibraryShares[resource.Share]);
        if (lab.StoredFiles.Find(resource.File) is { } file && PathResolver.PathOf(lab, computer, file) is { } path)
        {
            PathResolver.Resolve(lab, computer, path);
            return (file, computer, path);
        }

        throw LibraryErrors.ResourceMissing.For(resource.Name, resource.Name, PathOf(lab, resource));
    }

    /// <summary>The folder of a library share.</summary>
    /// <exception cref="LabException">The folder is not shared any more, or cannot be got at.</exception>
    public static ResolvedPath FolderOf(LabState lab, LibraryShare share)
    {
        Key<PhysicalComputer> computer = ComputerOf(lab, share);
        SmbShare folder = SmbShares.Find(lab, computer, share.Name)
            ?? throw FileErrors.ShareNotFound.For(share.Name, PathOf(lab, share));
        return PathResolver.Resolve(lab, computer, folder.Path);
    }

    /// <summary>The files of a library share with their paths in it, in the order in which they came.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="folder">The share's folder.</param>
    /// <param name="below">Only what stands below this path in the share; empty for all.</param>
    public static IEnumerable<(StoredFile File, string Path)> In(LabState lab, ResolvedPath folder, string below = "")
    {
        int skip = folder.Relative.Length == 0 ? 0 : folder.Relative.Length + 1;
        string start = Under(folder.Relative) + Under(below);
        foreach (StoredFile file in lab.StoredFiles)
        {
            if (file.Volume == folder.Volume.Key && file.Path.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                yield return (file, file.Path[skip..]);
            }
        }
    }

    private static string Under(string folder) => folder.Length == 0 ? string.Empty : $@"{folder}\";
}
