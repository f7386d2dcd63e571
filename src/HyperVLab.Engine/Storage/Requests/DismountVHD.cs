using System.Globalization;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Requests;

/// <summary>
/// Takes a mounted virtual hard disk from its host. What was written to it meanwhile came past the lab, so the request
/// brings along what the tables have to know of that.
/// </summary>
public sealed record DismountVHD : LabRequest
{
    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The full path on the host.</summary>
    public required string Path { get; init; }

    /// <summary>The length of its file now, in bytes; null where nothing was written.</summary>
    public long? FileSizeBytes { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        RemoteManagement.DemandManagement(lab, caller, Computer);
        (StoredFile file, StoredDisk disk) = DiskMounts.Require(lab, Computer, Path);
        if (FileSizeBytes is not { } length || length == file.SizeBytes)
        {
            return;
        }

        if (length <= 0 || disk.Mount!.IsReadOnly)
        {
            throw MountErrors.LengthNotPossible.For(Path, Path, length.ToString(CultureInfo.InvariantCulture));
        }

        Volume volume = lab.Volumes[file.Volume];
        FileTable.DemandSpace(lab, volume, Path, volume.Rounded(length) - volume.Rounded(file.SizeBytes));
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        (StoredFile file, StoredDisk disk) = DiskMounts.Require(lab, Computer, Path);
        DiskMounts.Remove(lab, disk);
        FileTable.Resize(lab, file, FileSizeBytes ?? file.SizeBytes);
        job.Give(file.Key);
    }
}
