using HyperVLab.Disks;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// Where the bytes of a workload stand: in a virtual hard disk's file, or on a LUN that its machine has whole.
/// </summary>
internal sealed record WorkloadMedium
{
    private WorkloadMedium(Key<StoredFile>? file, Key<Lun>? lun) => (File, Lun) = (file, lun);

    /// <summary>The file; null for a LUN.</summary>
    public Key<StoredFile>? File { get; }

    /// <summary>The LUN; null for a file.</summary>
    public Key<Lun>? Lun { get; }

    /// <summary>A virtual hard disk.</summary>
    public static WorkloadMedium Of(StoredFile file) => new(file.Key, null);

    /// <summary>A LUN with bytes.</summary>
    public static WorkloadMedium Of(Lun lun) => new(null, lun.Key);

    /// <summary>What a workload writes to; null where it writes nowhere, or that is gone.</summary>
    public static WorkloadMedium? Of(LabState lab, Workload workload) =>
        !workload.Writes ? null
        : lab.StoredFiles.Find(workload.File) is { } file ? Of(file)
        : lab.Luns.Find(workload.Lun) is { HasContent: true } lun ? Of(lun)
        : null;

    /// <summary>Where the bytes are kept.</summary>
    public DiskLocation LocationIn(LabState lab) => File is { } file
        ? DiskLocation.Of(lab.StoredFiles[file])
        : LunContent.LocationOf(lab.Luns[Lun!.Value]);

    /// <summary>Opens it; the caller disposes it, which makes what it wrote durable.</summary>
    /// <exception cref="DiskStoreException">A file is missing or this computer refused.</exception>
    /// <exception cref="DiskFormatException">The bytes are no virtual disk, or its chain is broken.</exception>
    public VirtualDisk Open(LabState lab, bool readOnly) => File is { } file
        ? VirtualDiskFiles.Open(lab, lab.StoredFiles[file], readOnly)
        : LunContent.Open(lab, lab.Luns[Lun!.Value], readOnly);

    /// <summary>Reads something of it.</summary>
    /// <exception cref="DiskStoreException">A file is missing or this computer refused.</exception>
    /// <exception cref="DiskFormatException">The bytes are no virtual disk, or its chain is broken.</exception>
    public T Read<T>(LabState lab, Func<VirtualDisk, T> read)
    {
        using VirtualDisk disk = Open(lab, readOnly: true);
        return DiskStoreException.Guard(() => read(disk));
    }
}
