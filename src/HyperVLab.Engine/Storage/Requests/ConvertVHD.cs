using HyperVLab.Disks;
using HyperVLab.Disks.Operations;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Requests;

/// <summary>Makes a disk of another format, type or block size with the bytes of a disk and its parents.</summary>
public sealed record ConvertVHD : LabRequest
{
    private long _fileSizeBytes;

    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The disk's full path on the host.</summary>
    public required string Path { get; init; }

    /// <summary>The new disk's full path, ending with its format.</summary>
    public required string DestinationPath { get; init; }

    /// <summary>
    /// How the new disk keeps its bytes; null for differencing where a parent is named, else for what the source is,
    /// and for dynamic where that is differencing.
    /// </summary>
    public VhdType? VHDType { get; init; }

    /// <summary>The parent of a differencing disk, by its full path.</summary>
    public string? ParentPath { get; init; }

    /// <summary>The size of a block in bytes; null for Hyper-V's own.</summary>
    public long? BlockSizeBytes { get; init; }

    /// <summary>Whether the source is deleted afterwards.</summary>
    public bool DeleteSource { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VhdTarget source = VhdTarget.Demand(lab, caller, Computer, Path);
        if (DeleteSource)
        {
            DiskUse.DemandChildless(lab, source.File, Path);
        }

        Plan(lab, source);
    }

    /// <inheritdoc/>
    internal override void Write(LabState lab, LabCaller caller)
    {
        VhdTarget source = VhdTarget.Require(lab, Computer, Path);
        VhdPlan plan = Plan(lab, source);
        _fileSizeBytes = VirtualDiskFiles.Write(lab, plan, (target, creation, parents) =>
        {
            using VirtualDisk disk = VirtualDiskFiles.Open(lab, source.File, readOnly: true);
            DiskConversion.Run(disk, target, creation, DiskWork.Unwatched, parents);
        });
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VhdTarget source = VhdTarget.Require(lab, Computer, Path);
        VhdPlan plan = Plan(lab, source) with { FileSizeBytes = _fileSizeBytes };
        StoredDisk disk = VirtualDiskFiles.Add(lab, plan);
        if (DeleteSource)
        {
            FileTable.Delete(lab, source.File);
        }

        job.Give(disk.File);
    }

    private VhdPlan Plan(LabState lab, VhdTarget source) =>
        VhdPlanner.Plan(lab, Computer, VhdConversions.Specify(source.Disk.Shape, Wish));

    private VhdSpecification Wish => new()
    {
        Path = DestinationPath,
        VhdType = VHDType ?? VhdType.Unknown,
        ParentPath = ParentPath,
        BlockSizeBytes = BlockSizeBytes,
    };
}
