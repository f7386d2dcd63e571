using HyperVLab.Disks;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Requests;

/// <summary>
/// Attaches a virtual hard disk to a host as one of its own disks. Its bytes are then had from <see
/// cref="Lab.OpenMounted"/>.
/// </summary>
public sealed record MountVHD : LabRequest
{
    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The full path on the host.</summary>
    public required string Path { get; init; }

    /// <summary>Whether nobody may write to it.</summary>
    public bool ReadOnly { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        RemoteManagement.DemandManagement(lab, caller, Computer);
        lab.RequireVMHost(Computer);
        StoredFile file = FileTable.Require(lab, Computer, Path);
        if (VirtualDiskFiles.Find(lab, file.Key) is null)
        {
            throw StorageErrors.NotADisk.For(Path, Path);
        }

        DiskMounts.DemandMountable(lab, file, Path, ReadOnly);
    }

    // A disk that cannot be opened must not count as mounted.
    /// <inheritdoc/>
    internal override void Write(LabState lab, LabCaller caller)
    {
        try
        {
            VirtualDiskFiles.Open(lab, FileTable.Require(lab, Computer, Path), readOnly: true).Dispose();
        }
        catch (DiskFormatException damage)
        {
            throw new DiskStoreException(damage.Message, damage);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        StoredFile file = FileTable.Require(lab, Computer, Path);
        int number = DiskInventory.FirstFreeNumber(lab, Computer);
        DiskMounts.Add(
            lab,
            VirtualDiskFiles.Find(lab, file.Key)!,
            new DiskMount(Computer, job.Caller.Account, ReadOnly, number, lab.Now));
        job.Give(file.Key);
    }
}
