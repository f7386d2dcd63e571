using HyperVLab.Disks;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>A virtual hard disk that a request is about.</summary>
/// <param name="File">Its file.</param>
/// <param name="Disk">What the lab knows of it.</param>
/// <param name="Path">Its path as it was given.</param>
internal sealed record VhdTarget(StoredFile File, StoredDisk Disk, string Path)
{
    /// <summary>Where the store has it.</summary>
    public DiskLocation Location => DiskLocation.Of(File);

    /// <summary>The disk at a path of a host.</summary>
    /// <exception cref="LabException">There is none.</exception>
    public static VhdTarget Require(LabState lab, Key<PhysicalComputer> computer, string path)
    {
        StoredFile file = FileTable.Require(lab, computer, path);
        return VirtualDiskFiles.Find(lab, file.Key) is { } disk
            ? new VhdTarget(file, disk, path)
            : throw StorageErrors.NotADisk.For(path, path);
    }

    /// <summary>The disk at a path of a host, for somebody who wants to change it.</summary>
    /// <exception cref="LabException">There is none, somebody uses it, or the caller may not.</exception>
    public static VhdTarget Demand(LabState lab, LabCaller caller, Key<PhysicalComputer> computer, string path)
    {
        DemandManagement(lab, caller, computer);
        VhdTarget target = Require(lab, computer, path);
        DiskUse.DemandFree(lab, target.File, path);
        return target;
    }

    /// <summary>Refuses a caller who may not manage disks of a host, and a host without Hyper-V.</summary>
    /// <exception cref="LabException">So it is.</exception>
    public static void DemandManagement(LabState lab, LabCaller caller, Key<PhysicalComputer> computer)
    {
        RemoteManagement.DemandManagement(lab, caller, computer);
        lab.RequireVMHost(computer);
    }

    /// <summary>Reads something of the disk where a refusal can be told.</summary>
    /// <exception cref="LabException">It is damaged, its chain is broken, or this computer refused.</exception>
    public T Read<T>(LabState lab, Func<VirtualDisk, T> read) =>
        DiskReading.Of(Path, () => VirtualDiskFiles.Read(lab, File, read));
}
