using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Requests;

/// <summary>Takes a letter or folder from a volume on a computer, which shows it nowhere then.</summary>
public sealed record RemovePartitionAccessPath : LabRequest
{
    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The letter that it has; null where the numbers say which it is.</summary>
    public string? DriveLetter { get; init; }

    /// <summary>The disk number.</summary>
    public int? DiskNumber { get; init; }

    /// <summary>The number of the partition on the disk.</summary>
    public int? PartitionNumber { get; init; }

    /// <summary>The letter or folder.</summary>
    public required string AccessPath { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        RemoteManagement.DemandDiskManagement(lab, caller, Computer);
        Volume volume = VolumeFinder.Require(lab, Computer, DriveLetter, DiskNumber, PartitionNumber);
        VolumeFinder.DemandChangeable(lab, Computer, volume);
        if (VolumeMounts.Find(lab, Computer, AccessPaths.Normalise(AccessPath))?.Volume != volume.Key)
        {
            throw AccessPathErrors.NotItsPath.For(AccessPath, lab.NameOf(Computer), AccessPath);
        }

        VolumeFinder.DemandNoVMs(lab, volume);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        Volume volume = VolumeFinder.Require(lab, Computer, DriveLetter, DiskNumber, PartitionNumber);
        lab.VolumeMounts.Remove(VolumeMounts.Find(lab, Computer, AccessPaths.Normalise(AccessPath))!.Key);
        VolumeRoutes.Changed(lab, StorageReach.LunOf(lab, volume).Key);
        job.Give(volume.Partition);
    }
}
