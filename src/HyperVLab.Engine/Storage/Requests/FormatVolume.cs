using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Requests;

/// <summary>Makes an empty file system on a volume. What was on it is gone.</summary>
public sealed record FormatVolume : LabRequest
{
    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>Its letter; null where the numbers say which it is.</summary>
    public string? DriveLetter { get; init; }

    /// <summary>The disk number.</summary>
    public int? DiskNumber { get; init; }

    /// <summary>The number of the partition on the disk.</summary>
    public int? PartitionNumber { get; init; }

    /// <summary>NTFS or FAT32.</summary>
    public string FileSystem { get; init; } = "NTFS";

    /// <summary>The label; null for none.</summary>
    public string? NewFileSystemLabel { get; init; }

    /// <summary>The cluster in bytes.</summary>
    public int AllocationUnitSize { get; init; } = StorageSettings.DefaultAllocationUnitBytes;

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        RemoteManagement.DemandDiskManagement(lab, caller, Computer);
        Volume volume = VolumeFinder.Require(lab, Computer, DriveLetter, DiskNumber, PartitionNumber);
        VolumeFinder.DemandChangeable(lab, Computer, volume);
        VolumeFinder.DemandNoVMs(lab, volume);
        FormatRules.Demand(lab, volume, FileSystem, NewFileSystemLabel, AllocationUnitSize);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        Volume volume = VolumeFinder.Require(lab, Computer, DriveLetter, DiskNumber, PartitionNumber);
        FileTable.DeleteAll(lab, volume);
        VolumeFormats.Format(
            lab, volume, FormatRules.Parse(FileSystem)!.Value, NewFileSystemLabel ?? string.Empty, AllocationUnitSize);
        job.Give(volume.Key);
    }
}
