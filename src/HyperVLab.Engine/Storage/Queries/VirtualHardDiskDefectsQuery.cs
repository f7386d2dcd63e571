using HyperVLab.Disks.Operations;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>Looks for everything that is wrong with a disk's file and its chain.</summary>
/// <param name="Computer">The host.</param>
/// <param name="Path">The path on it.</param>
public sealed record VirtualHardDiskDefectsQuery(Key<PhysicalComputer> Computer, string Path)
    : LabQuery<IReadOnlyList<DiskDefect>>
{
    /// <inheritdoc/>
    internal override IReadOnlyList<DiskDefect> Answer(LabState lab) =>
        VhdChecking.Check(lab, VhdTarget.Require(lab, Computer, Path), DiskWork.Unwatched);
}
