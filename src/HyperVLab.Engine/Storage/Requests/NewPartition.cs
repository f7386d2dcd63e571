using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Requests;

/// <summary>Makes a partition on a disk, with a volume to be formatted.</summary>
public sealed record NewPartition : LabRequest
{
    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The disk number.</summary>
    public required int DiskNumber { get; init; }

    /// <summary>Its size in bytes; null with the maximum.</summary>
    public long? Size { get; init; }

    /// <summary>Whether it takes the largest free stretch.</summary>
    public bool UseMaximumSize { get; init; }

    /// <summary>The letter that it gets on this computer.</summary>
    public string? DriveLetter { get; init; }

    /// <summary>Whether it gets the next free letter.</summary>
    public bool AssignDriveLetter { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        RemoteManagement.DemandDiskManagement(lab, caller, Computer);
        HostDisk disk = DiskInventory.Require(lab, Computer, DiskNumber);
        DiskRules.DemandWritable(lab, disk);
        Lun lun = lab.Luns[disk.Lun];
        string name = lab.NameOf(Computer);
        if (lun.PartitionStyle == PartitionStyle.RAW)
        {
            throw DiskErrors.NotInitialised.For($"{DiskNumber}", $"{DiskNumber}", name);
        }

        if (UseMaximumSize == Size is not null)
        {
            throw DiskErrors.SizeOrMaximum.For($"{DiskNumber}");
        }

        if (Size < StorageSettings.MinimumVolumeBytes)
        {
            throw DiskErrors.PartitionSizeRefused.For($"{DiskNumber}", $"{Size}");
        }

        if (DiskLayout.Of(lab, lun.Key).Count >= DiskLayout.Limit(lun))
        {
            throw DiskErrors.PartitionTableFull.For($"{DiskNumber}", $"{DiskNumber}", name);
        }

        if (SpaceOn(lab, lun) is null)
        {
            throw DiskErrors.NoSpaceOnDisk.For($"{DiskNumber}", $"{DiskNumber}", name);
        }

        ValidateLetter(lab);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        Lun lun = lab.Luns[DiskInventory.Require(lab, Computer, DiskNumber).Lun];
        (long offset, long size) = SpaceOn(lab, lun)!.Value;
        Partition partition = DiskLayout.AddPartition(lab, lun, PartitionType.Basic, offset, size);
        Volume volume = DiskLayout.AddVolume(lab, partition);
        char? letter = DriveLetter is { } wanted ? DriveLetters.Parse(wanted)
            : AssignDriveLetter ? DriveLetters.FirstFree(lab, Computer)
            : null;
        if (letter is { } free)
        {
            VolumeMounts.Mount(lab, Computer, volume.Key, $"{free}:");
        }

        job.Give(partition.Key);
    }

    private (long OffsetBytes, long SizeBytes)? SpaceOn(LabState lab, Lun lun) =>
        Size > lun.SizeBytes
            ? null
            : DiskLayout.FindSpace(lab, lun, Size is { } size ? DiskLayout.AlignUp(size) : null);

    private void ValidateLetter(LabState lab)
    {
        if (DriveLetter is { } letter)
        {
            DriveLetters.DemandFree(lab, Computer, letter);
        }
        else if (AssignDriveLetter && DriveLetters.FirstFree(lab, Computer) is null)
        {
            throw DiskErrors.NoFreeLetter.For($"{DiskNumber}", lab.NameOf(Computer));
        }
    }
}
