using HyperVLab.Disks;
using HyperVLab.Disks.Operations;

namespace HyperVLab.Engine.Storage;

/// <summary>What somebody asks of a compaction.</summary>
/// <param name="Path">The disk's path as it was given.</param>
/// <param name="Mode">What to look for; null for Full with a VHD and Quick with a VHDX, as Hyper-V does.</param>
/// <param name="AllowSnapshots">Whether shadow copies of volumes may be damaged.</param>
internal sealed record VhdCompacting(string Path, CompactionMode? Mode, bool AllowSnapshots)
{
    /// <summary>Refuses a disk whose file does not shrink.</summary>
    /// <exception cref="Engine.Requests.LabException">It is fixed.</exception>
    public void Demand(VhdType type)
    {
        if (type == VhdType.Fixed)
        {
            throw VhdErrors.FixedStays.For(Path, Path);
        }
    }

    /// <summary>Decides what a compaction drops.</summary>
    /// <exception cref="Engine.Requests.LabException">It is fixed, or shadow copies would be damaged.</exception>
    public CompactionPlan Plan(VirtualDisk disk, DiskWork work)
    {
        Demand(disk.Type);
        CompactionMode mode = Mode
            ?? (disk.Format == VhdFormat.VHDX ? CompactionMode.Quick : CompactionMode.Full);
        try
        {
            return DiskCompaction.Plan(disk, mode, new CompactionOptions { AllowSnapshots = AllowSnapshots }, work);
        }
        catch (SnapshotHarmException harm)
        {
            throw VhdErrors.SnapshotsHarmed.For(Path, Path, harm.Message);
        }
    }
}
