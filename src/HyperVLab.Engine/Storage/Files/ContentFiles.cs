using HyperVLab.Disks;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>
/// Files that come into a volume with their bytes. One whose name is a virtual hard disk's is one, and has to be whole.
/// </summary>
internal static class ContentFiles
{
    private static readonly string[] s_diskExtensions = [".vhd", ".vhdx", ".avhd", ".avhdx"];

    /// <summary>Whether a file of that name is a virtual hard disk.</summary>
    public static bool IsDisk(string path) =>
        s_diskExtensions.Any(extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>Refuses unless a file can come there.</summary>
    /// <exception cref="LabException">Something is there, there is no room, or it is of a format that the host does
    /// not have.</exception>
    public static ResolvedPath Demand(LabState lab, Key<PhysicalComputer> computer, string path, long lengthBytes)
    {
        ResolvedPath place = PathResolver.Resolve(lab, computer, path);
        FileTable.DemandNew(lab, place, lengthBytes);
        VhdPlanner.DemandFormat(lab, computer, path);
        return place;
    }

    /// <summary>Refuses to give up a file that somebody needs.</summary>
    /// <exception cref="LabException">Somebody does.</exception>
    public static void DemandFree(LabState lab, StoredFile file, string path)
    {
        if (file.Kind is StoredFileKind.VMConfiguration or StoredFileKind.VMSavedState)
        {
            throw FileErrors.FileOfVM.For(path, path);
        }

        if (VirtualDiskFiles.Find(lab, file.Key) is not null)
        {
            DiskUse.DemandFree(lab, file, path);
            DiskUse.DemandChildless(lab, file, path);
        }

        if (lab.KeeperOf(file) is { } keeper)
        {
            throw VhdErrors.InUse.For(path, path, keeper);
        }
    }

    /// <summary>Writes a file's bytes, and looks at them where it is a disk.</summary>
    /// <returns>What the disk is; null for another file.</returns>
    /// <exception cref="DiskStoreException">This computer refused.</exception>
    /// <exception cref="LabException">It is a damaged disk, or one with a parent; nothing is left.</exception>
    public static VhdShape? Write(LabState lab, ResolvedPath place, Action<IDiskFile> fill)
    {
        DiskLocation location = LocationOf(lab, place);
        lab.Disks.Create(location, fill);
        try
        {
            using IDiskFile bytes = lab.Disks.Open(location, readOnly: true);
            return IsDisk(place.Full) ? DiskReading.Of(place.Full, () => ShapeOf(bytes, place.Full)) : null;
        }
        catch
        {
            lab.Disks.Delete(location);
            throw;
        }
    }

    /// <summary>Enters a file whose bytes were written into the tables.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="place">Where it is.</param>
    /// <param name="lengthBytes">How long it is.</param>
    /// <param name="shape">What disk it is; null for another file.</param>
    /// <param name="identifier">The disk's identifier.</param>
    public static StoredFile Add(
        LabState lab, ResolvedPath place, long lengthBytes, VhdShape? shape, Guid identifier)
    {
        StoredFileKind kind = shape is null ? StoredFileKind.Content : StoredFileKind.VirtualHardDisk;
        StoredFile file = FileTable.Create(lab, place, lengthBytes, kind);
        if (shape is { } known)
        {
            lab.StoredDisks.Add(key => new StoredDisk(key, file.Key, known, identifier));
        }

        return file;
    }

    /// <summary>Where a new file's bytes are.</summary>
    public static DiskLocation LocationOf(LabState lab, ResolvedPath place) =>
        new(place.Volume.Key.Number, lab.FileIndex.Spell(place.Volume.Key, place.Relative));

    /// <summary>All of a content file's bytes.</summary>
    /// <exception cref="DiskStoreException">This computer refused.</exception>
    public static byte[] ReadAll(LabState lab, StoredFile file)
    {
        using IDiskFile bytes = lab.Disks.Open(DiskLocation.Of(file), readOnly: true);
        var content = new byte[bytes.Length];
        return DiskStoreException.Guard(() =>
        {
            bytes.Read(0, content);
            return content;
        });
    }

    private static VhdShape ShapeOf(IDiskFile bytes, string path)
    {
        DiskInformation information = DiskInformation.Read(bytes);
        if (information.Type == VhdType.Differencing)
        {
            throw FileErrors.ParentStaysBehind.For(path, path);
        }

        using VirtualDisk disk = VirtualDisk.Open(new BorrowedDiskFile(bytes), null, readOnly: true);
        return VhdShape.Of(disk);
    }
}
