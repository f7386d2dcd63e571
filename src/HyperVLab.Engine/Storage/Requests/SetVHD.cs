using HyperVLab.Disks;
using HyperVLab.Disks.Operations;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Requests;

/// <summary>Changes what a disk says of itself: its parent, its sectors, its identifier.</summary>
public sealed record SetVHD : LabRequest
{
    private long _fileSizeBytes;

    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The disk's full path on the host.</summary>
    public required string Path { get; init; }

    /// <summary>The parent's full path; null to leave it.</summary>
    public string? ParentPath { get; init; }

    /// <summary>Whether the parent may be another disk than the one that the disk was made of.</summary>
    public bool IgnoreIdMismatch { get; init; }

    /// <summary>The sector that a guest is told of as the medium's, in bytes; null to leave it.</summary>
    public long? PhysicalSectorSizeBytes { get; init; }

    /// <summary>Whether the disk gets another identifier.</summary>
    public bool ResetDiskIdentifier { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VhdTarget target = VhdTarget.Demand(lab, caller, Computer, Path);
        if (ParentPath is not null)
        {
            DemandParent(lab, target);
        }

        if (PhysicalSectorSizeBytes is { } sector)
        {
            VhdShape.DemandPhysicalSector(VhdFormatRules.Of(target.Disk.VhdFormat), Path, sector);
            if (target.Disk.VhdFormat == VhdFormat.VHD)
            {
                throw VhdErrors.SectorsOfVhd.For(Path, Path);
            }
        }

        // A VHD's children know it by its identifier.
        if (ResetDiskIdentifier && target.Disk.VhdFormat == VhdFormat.VHD)
        {
            DiskUse.DemandChildless(lab, target.File, Path);
        }
    }

    /// <inheritdoc/>
    internal override void Write(LabState lab, LabCaller caller)
    {
        VhdTarget target = VhdTarget.Require(lab, Computer, Path);
        _fileSizeBytes = DiskReading.Strictly(() =>
        {
            using IDiskFile file = lab.Disks.Open(target.Location, readOnly: false);
            Write(lab, file);
            file.Flush();
            return file.Length;
        });
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VhdTarget target = VhdTarget.Require(lab, Computer, Path);
        VirtualDiskFiles.Measure(lab, target.File, _fileSizeBytes);
        if (ParentPath is not null)
        {
            target.Disk.DeriveFrom(VhdTarget.Require(lab, Computer, ParentPath).File.Key);
        }

        if (PhysicalSectorSizeBytes is { } sector)
        {
            target.Disk.Tell((int)sector);
        }

        if (ResetDiskIdentifier)
        {
            target.Disk.Identify(NewIdentifier(lab, job.Key.Number));
        }

        job.Give(target.File.Key);
    }

    // The job's number is the request's own, so that a second reset draws another identifier.
    private static Guid NewIdentifier(LabState lab, int job) => lab.Draws.Identifier("vhd-reset-identifier", job);

    private void Write(LabState lab, IDiskFile file)
    {
        if (ParentPath is not null)
        {
            VhdTarget parent = VhdTarget.Require(lab, Computer, ParentPath);
            DiskSettings.SetParent(file, VhdParents.LinkTo(
                lab,
                parent.File,
                WindowsPath.Normalise(ParentPath),
                PathResolver.Resolve(lab, Computer, Path)));
        }

        if (PhysicalSectorSizeBytes is { } sector)
        {
            DiskSettings.SetPhysicalSectorSize(file, (int)sector);
        }

        if (ResetDiskIdentifier)
        {
            DiskSettings.SetIdentifier(file, NewIdentifier(lab, lab.Jobs.NextNumber));
        }
    }

    private void DemandParent(LabState lab, VhdTarget target)
    {
        VhdTarget parent = VhdTarget.Require(lab, Computer, ParentPath!);
        VhdReconnection.Demand(Path, target.Disk.Shape, ParentPath!, parent.Disk.Shape);
        DiskUse.DemandNoLoop(lab, target.File, parent, Path);
        Guid? asked = DiskReading.Of(Path, () =>
        {
            using IDiskFile file = lab.Disks.Open(target.Location, readOnly: true);
            return DiskInformation.Read(file).Parent?.Identifier;
        });
        if (!IgnoreIdMismatch && asked != parent.Read(lab, static disk => disk.LinkIdentifier))
        {
            throw VhdErrors.ParentMismatch.For(Path, ParentPath!, Path);
        }
    }
}
