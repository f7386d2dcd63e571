using HyperVLab.Disks;
using HyperVLab.Disks.Operations;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Storage;

/// <summary>Changes what virtual hard disks in this computer's own file system say of themselves.</summary>
public static class LocalDiskSettings
{
    /// <summary>Gives a differencing disk a parent, also where its chain is broken.</summary>
    /// <param name="path">The disk's full path.</param>
    /// <param name="parentPath">The parent's full path.</param>
    /// <param name="ignoreIdMismatch">Whether it may be another disk than the one that the disk was made of.</param>
    /// <exception cref="LabException">It cannot be the parent, or this computer refused.</exception>
    public static void SetParent(string path, string parentPath, bool ignoreIdMismatch)
    {
        VirtualHardDiskView child = LocalVirtualDisks.Read(path, ".");
        VirtualHardDiskView parent = LocalVirtualDisks.Read(parentPath, ".");
        VhdReconnection.Demand(path, child.Shape, parentPath, parent.Shape);
        if (LocalDiskReader.ReadChain(parentPath, ".").Any(link =>
            link.Link.Path is { } one && LocalPaths.AreSame(one, path)))
        {
            throw VhdErrors.ChainLoops.For(path, path, parentPath);
        }

        Change(path, file =>
        {
            if (!ignoreIdMismatch && DiskInformation.Read(file).Parent?.Identifier != parent.LinkIdentifier)
            {
                throw VhdErrors.ParentMismatch.For(path, parentPath, path);
            }

            DiskSettings.SetParent(file, LocalVirtualDisks.LinkTo(parent, path));
        });
    }

    /// <summary>Changes the sector that a guest is told of as the medium's.</summary>
    /// <param name="path">The full path of a VHDX.</param>
    /// <param name="sizeBytes">512 or 4096.</param>
    /// <exception cref="LabException">It is a VHD, or this computer refused.</exception>
    public static void SetPhysicalSectorSize(string path, long sizeBytes)
    {
        VirtualHardDiskView disk = LocalVirtualDisks.Read(path, ".");
        VhdShape.DemandPhysicalSector(VhdFormatRules.Of(disk.VhdFormat), path, sizeBytes);
        if (disk.VhdFormat == VhdFormat.VHD)
        {
            throw VhdErrors.SectorsOfVhd.For(path, path);
        }

        Change(path, file => DiskSettings.SetPhysicalSectorSize(file, (int)sizeBytes));
    }

    /// <summary>Gives a disk another identifier.</summary>
    /// <param name="path">The disk's full path.</param>
    /// <param name="identifier">The identifier, never used before.</param>
    /// <exception cref="LabException">This computer refused.</exception>
    public static void SetIdentifier(string path, Guid identifier) =>
        Change(path, file => DiskSettings.SetIdentifier(file, identifier));

    private static void Change(string path, Action<FileDiskFile> change) =>
        DiskReading.Change(LocalDiskOperations.Demand(path), VhdErrors.ChangeFailed, () =>
        {
            using FileDiskFile file = FileDiskFile.Open(path, readOnly: false);
            change(file);
            file.Flush();
        });
}
