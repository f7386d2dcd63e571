using HyperVLab.Disks.Operations;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>Says what a compaction of a disk would drop. Nothing changes.</summary>
/// <param name="Computer">The host.</param>
/// <param name="Path">The path on it.</param>
/// <param name="Mode">What to look for; null for Full with a VHD and Quick with a VHDX.</param>
/// <param name="AllowSnapshots">Whether shadow copies of volumes may be damaged.</param>
public sealed record VirtualHardDiskCompactionQuery(
    Key<PhysicalComputer> Computer, string Path, CompactionMode? Mode, bool AllowSnapshots) : LabQuery<CompactionPlan>
{
    /// <inheritdoc/>
    internal override CompactionPlan Answer(LabState lab)
    {
        var compacting = new VhdCompacting(Path, Mode, AllowSnapshots);
        return VhdTarget.Require(lab, Computer, Path).Read(lab, disk => compacting.Plan(disk, DiskWork.Unwatched));
    }
}
