using HyperVLab.Disks;
using HyperVLab.Disks.Operations;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Requests;

/// <summary>Mends the structures of a disk's file: copies of a footer, the log of a VHDX. No data is guessed.</summary>
public sealed record RepairVHD : LabRequest
{
    private long _fileSizeBytes;

    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The disk's full path on the host.</summary>
    public required string Path { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VhdTarget target = VhdTarget.Demand(lab, caller, Computer, Path);
        IReadOnlyList<DiskDefect> defects = VhdChecking.Check(lab, target, DiskWork.Unwatched);
        if (defects.FirstOrDefault(static defect => defect is
            { Severity: DiskDefectSeverity.Error, CanRepair: false }) is { } lost)
        {
            throw StorageErrors.DiskDamaged.For(Path, Path, lost.ToString());
        }
    }

    /// <inheritdoc/>
    internal override void Write(LabState lab, LabCaller caller)
    {
        VhdTarget target = VhdTarget.Require(lab, Computer, Path);
        _fileSizeBytes = DiskReading.Strictly(() =>
        {
            using IDiskFile file = lab.Disks.Open(target.Location, readOnly: false);
            DiskRepair.Run(file);
            file.Flush();
            return file.Length;
        });
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VhdTarget target = VhdTarget.Require(lab, Computer, Path);
        VirtualDiskFiles.Measure(lab, target.File, _fileSizeBytes);
        job.Give(target.File.Key);
    }
}
