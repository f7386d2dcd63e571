using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Requests;

/// <summary>Gives a partition another drive letter on a computer.</summary>
public sealed record SetPartition : LabRequest
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

    /// <summary>The letter that it gets.</summary>
    public required string NewDriveLetter { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        RemoteManagement.DemandDiskManagement(lab, caller, Computer);
        Volume volume = VolumeFinder.Require(lab, Computer, DriveLetter, DiskNumber, PartitionNumber);
        VolumeFinder.DemandChangeable(lab, Computer, volume);
        DriveLetters.DemandFree(lab, Computer, NewDriveLetter);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        Volume volume = VolumeFinder.Require(lab, Computer, DriveLetter, DiskNumber, PartitionNumber);
        VolumeMounts.Mount(lab, Computer, volume.Key, $"{DriveLetters.Parse(NewDriveLetter)}:");
        job.Give(volume.Partition);
    }
}
