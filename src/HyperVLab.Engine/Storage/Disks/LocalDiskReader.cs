using HyperVLab.Disks;

namespace HyperVLab.Engine.Storage;

/// <summary>Looks into virtual hard disks in this computer's own file system, which belong to no lab.</summary>
public static class LocalDiskReader
{
    /// <summary>Reads what a disk and its parents say of themselves, whether or not the chain is whole.</summary>
    /// <param name="path">The disk's full path on this computer.</param>
    /// <param name="computerName">What this computer is called.</param>
    /// <exception cref="Engine.Requests.LabException">There is no such file, or this computer refused.</exception>
    public static IReadOnlyList<VirtualHardDiskLinkView> ReadChain(string path, string computerName)
    {
        using FileDiskFile file = Open(path, computerName);
        return
        [
            .. DiskChain.Read(file, ParentsOf(path), path).Select(link => new VirtualHardDiskLinkView
            {
                ComputerName = computerName, Link = link, LocalPath = link.Path,
            }),
        ];
    }

    /// <summary>
    /// Who finds a disk's parents: anywhere on the same drive, since a person who may read a disk may read its parents
    /// too; not on other computers, whose names a hostile disk could give.
    /// </summary>
    internal static IParentResolver ParentsOf(string path) =>
        new DirectoryParentResolver(Path.GetDirectoryName(path)!, Path.GetPathRoot(path));

    private static FileDiskFile Open(string path, string computerName)
    {
        if (!File.Exists(path))
        {
            throw StorageErrors.FileNotFound.For(path, path, computerName);
        }

        try
        {
            return DiskStoreException.Guard(() => FileDiskFile.Open(path, readOnly: true));
        }
        catch (DiskStoreException failure)
        {
            throw StorageErrors.DiskUnreadable.For(path, path, failure.Message);
        }
    }
}
