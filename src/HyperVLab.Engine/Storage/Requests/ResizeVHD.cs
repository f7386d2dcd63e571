using HyperVLab.Disks.Operations;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Requests;

/// <summary>Changes the size that a guest sees of a disk; the partitions on it stay as they are.</summary>
public sealed record ResizeVHD : LabRequest
{
    private long _fileSizeBytes;
    private long _sizeBytes;

    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The disk's full path on the host.</summary>
    public required string Path { get; init; }

    /// <summary>The new size in bytes; null with <see cref="ToMinimumSize"/>.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>Whether the disk becomes as small as its last partition lets it.</summary>
    public bool ToMinimumSize { get; init; }

    /// <summary>Whether a VHD may become smaller, which the real system never does.</summary>
    public bool AllowVhdShrink { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VhdTarget target = VhdTarget.Demand(lab, caller, Computer, Path);
        DiskUse.DemandChildless(lab, target.File, Path);
        if (SizeBytes is null && !ToMinimumSize)
        {
            throw StorageErrors.SizeMissing.For(Path);
        }

        var resizing = new VhdResizing(Path, ToMinimumSize ? null : SizeBytes, AllowVhdShrink);
        _sizeBytes = resizing.Decide(
            target.Disk.Shape, () => target.Read(lab, DiskResize.SmallestSizeBytes));
        FileTable.DemandSpace(
            lab, lab.Volumes[target.File.Volume], Path, VhdGrowth.OfTable(target.Disk.Shape, _sizeBytes));
    }

    /// <inheritdoc/>
    internal override void Write(LabState lab, LabCaller caller)
    {
        var options = new DiskResizeOptions { AllowVhdShrink = AllowVhdShrink };
        _fileSizeBytes = VirtualDiskFiles.Change(
            lab,
            VhdTarget.Require(lab, Computer, Path).File,
            disk => DiskResize.Run(disk, _sizeBytes, options, DiskWork.Unwatched));
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VhdTarget target = VhdTarget.Require(lab, Computer, Path);
        VirtualDiskFiles.Measure(lab, target.File, _fileSizeBytes);
        target.Disk.Resize(_sizeBytes);
        job.Give(target.File.Key);
    }
}
