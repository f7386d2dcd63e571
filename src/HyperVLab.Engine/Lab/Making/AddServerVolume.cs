using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Making;

/// <summary>Divides the disk of a server further: another volume is there at once, with what is on it.</summary>
public sealed record AddServerVolume : LabRequest
{
    /// <summary>The server.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The letter; null for the first free one.</summary>
    public string? DriveLetter { get; init; }

    /// <summary>Its size in bytes; null for what the disk has left.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>What files take of it, in bytes.</summary>
    public long DataSizeBytes { get; init; }

    /// <summary>NTFS or FAT32.</summary>
    public string FileSystem { get; init; } = "NTFS";

    /// <summary>The label; null for none.</summary>
    public string? FileSystemLabel { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        Servers.Require(lab, Computer);
        if (DriveLetter is { } letter)
        {
            DriveLetters.DemandFree(lab, Computer, letter);
        }

        ServerVolumes.DemandMore(lab, Computer, SizeBytes, DataSizeBytes, FileSystem);
        if (FileSystemLabel is { } label && !HostNames.IsChassisName(label))
        {
            throw DiskErrors.LabelRefused.For(label, label);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        Volume volume = ServerVolumes.Add(
            lab, Computer, SizeBytes, FormatRules.Parse(FileSystem)!.Value, FileSystemLabel ?? string.Empty);
        char free = DriveLetter is { } letter
            ? DriveLetters.Parse(letter)
            : DriveLetters.FirstFree(lab, Computer)!.Value;
        VolumeMounts.Mount(lab, Computer, volume.Key, $"{free}:");
        ServerVolumes.Fill(lab, volume, DataSizeBytes);
        job.Give(volume.Key);
    }
}
