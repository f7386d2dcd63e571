using HyperVLab.Disks.Operations;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Requests;

/// <summary>Takes out of a disk's file, in place, what its guest no longer uses.</summary>
public sealed record OptimizeVHD : LabRequest
{
    private CompactionPlan? _plan;
    private long _fileSizeBytes;

    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The disk's full path on the host.</summary>
    public required string Path { get; init; }

    /// <summary>What to look for; null for Full with a VHD and Quick with a VHDX.</summary>
    public CompactionMode? Mode { get; init; }

    /// <summary>Whether shadow copies of volumes may be damaged.</summary>
    public bool AllowSnapshots { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VhdTarget target = VhdTarget.Demand(lab, caller, Computer, Path);
        var compacting = new VhdCompacting(Path, Mode, AllowSnapshots);
        compacting.Demand(target.Disk.VhdType);
        DiskUse.DemandChildless(lab, target.File, Path);
        _plan = target.Read(lab, disk => compacting.Plan(disk, DiskWork.Unwatched));
    }

    /// <inheritdoc/>
    internal override void Write(LabState lab, LabCaller caller) => _fileSizeBytes = VirtualDiskFiles.Change(
        lab,
        VhdTarget.Require(lab, Computer, Path).File,
        disk => DiskCompaction.Run(disk, _plan!, DiskWork.Unwatched));

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VhdTarget target = VhdTarget.Require(lab, Computer, Path);
        VirtualDiskFiles.Measure(lab, target.File, _fileSizeBytes);
        job.Give(target.File.Key);
    }
}
