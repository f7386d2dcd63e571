using HyperVLab.Disks;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>Reads a virtual hard disk's own bytes, as Get-VHD does.</summary>
/// <param name="Computer">The host.</param>
/// <param name="Path">The path on it.</param>
public sealed record VirtualHardDiskQuery(Key<PhysicalComputer> Computer, string Path) : LabQuery<VirtualHardDiskView>
{
    /// <inheritdoc/>
    internal override VirtualHardDiskView Answer(LabState lab)
    {
        StoredFile file = FileTable.Require(lab, Computer, Path);
        if (file.Kind != StoredFileKind.VirtualHardDisk)
        {
            throw StorageErrors.NotADisk.For(Path, Path);
        }

        return DiskReading.Of(Path, () => Read(lab, file));
    }

    private VirtualHardDiskView Read(LabState lab, StoredFile file)
    {
        string? localPath = lab.Disks.PathOf(DiskLocation.Of(file));
        using IDiskFile bytes = lab.Disks.Open(DiskLocation.Of(file), readOnly: true);
        DiskInformation information = DiskStoreException.Guard(() => DiskInformation.Read(bytes));
        DiskMount? mount = VirtualDiskFiles.Find(lab, file.Key)?.Mount;
        string full = WindowsPath.Normalise(Path);
        VirtualHardDiskView view = VirtualHardDiskView.Of(information, lab.NameOf(Computer), full);
        return view with
        {
            LocalPath = localPath,
            MinimumSize = MinimumSizeOf(lab, file),
            Attached = mount is not null || lab.IsOpen(file),
            DiskNumber = mount?.Number,
            FileKey = file.Key.Number,
        };
    }

    // The disk stays useful where its parent is gone, but its partitions cannot be known then.
    private static long? MinimumSizeOf(LabState lab, StoredFile file)
    {
        try
        {
            return VirtualDiskFiles.Read(lab, file, LocalVirtualDisks.MinimumSizeOf);
        }
        catch (DiskParentException)
        {
            return null;
        }
    }
}
