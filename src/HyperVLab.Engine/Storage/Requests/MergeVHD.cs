using HyperVLab.Disks.Operations;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Requests;

/// <summary>
/// Writes what a differencing disk and those between hold into a disk below them, and deletes them afterwards.
/// </summary>
public sealed record MergeVHD : LabRequest
{
    private MergedDisk _merged;

    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The differencing disk's full path on the host.</summary>
    public required string Path { get; init; }

    /// <summary>The full path of the disk to merge into; null for the parent.</summary>
    public string? DestinationPath { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VhdTarget.Demand(lab, caller, Computer, Path);
        Merging(lab).Demand(lab);
    }

    /// <inheritdoc/>
    internal override void Write(LabState lab, LabCaller caller) => _merged = Merging(lab).Write(lab);

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VhdMerging merging = Merging(lab);
        merging.Enter(lab, _merged);
        job.Give(merging.Destination.File.Key);
    }

    private VhdMerging Merging(LabState lab) => VhdMerging.Of(
        lab,
        VhdTarget.Require(lab, Computer, Path),
        DestinationPath is null ? null : VhdTarget.Require(lab, Computer, DestinationPath));
}
