using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>Finds a virtual hard disk that a host has mounted.</summary>
/// <param name="Computer">The host.</param>
/// <param name="Path">The path on it.</param>
public sealed record MountedDiskQuery(Key<PhysicalComputer> Computer, string Path) : LabQuery<MountedDiskView>
{
    /// <inheritdoc/>
    internal override MountedDiskView Answer(LabState lab) =>
        MountedDiskView.Of(lab, DiskMounts.Require(lab, Computer, Path).Disk);
}
