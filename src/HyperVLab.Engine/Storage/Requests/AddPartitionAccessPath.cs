using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Requests;

/// <summary>Shows a volume that a computer shows nowhere: under a letter, or in a folder of another volume.</summary>
public sealed record AddPartitionAccessPath : LabRequest
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

    /// <summary>The letter or empty folder that it gets; null with the next free letter.</summary>
    public string? AccessPath { get; init; }

    /// <summary>Whether it gets the next free letter.</summary>
    public bool AssignDriveLetter { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        RemoteManagement.DemandDiskManagement(lab, caller, Computer);
        Volume volume = VolumeFinder.Require(lab, Computer, DriveLetter, DiskNumber, PartitionNumber);
        VolumeFinder.DemandChangeable(lab, Computer, volume);
        if (VolumeMounts.Of(lab, Computer, volume.Key) is { } mount)
        {
            throw AccessPathErrors.HasAccessPath.For(mount.Path, lab.NameOf(Computer), mount.Path);
        }

        if (AssignDriveLetter == AccessPath is not null)
        {
            throw AccessPathErrors.PathOrLetter.For(null);
        }

        if (AccessPath is { } path)
        {
            AccessPaths.Demand(lab, Computer, path);
        }
        else if (DriveLetters.FirstFree(lab, Computer) is null)
        {
            throw DiskErrors.NoFreeLetter.For($"{DiskNumber}", lab.NameOf(Computer));
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        Volume volume = VolumeFinder.Require(lab, Computer, DriveLetter, DiskNumber, PartitionNumber);
        string path = AccessPath is { } wanted
            ? AccessPaths.Normalise(wanted)
            : $"{DriveLetters.FirstFree(lab, Computer)}:";
        VolumeMounts.Mount(lab, Computer, volume.Key, path);
        VolumeRoutes.Changed(lab, StorageReach.LunOf(lab, volume).Key);
        job.Give(volume.Partition);
    }
}
