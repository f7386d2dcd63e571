using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Channels;

/// <summary>
/// Asks by which way the reads and writes of a virtual machine's hard disk drive go now, from the guest's driver to the
/// device. It is there for whoever traces a disk request hop by hop, and changes nothing.
/// </summary>
/// <param name="Drive">The hard disk drive.</param>
public sealed record HardDiskDriveWayQuery(Key<VMHardDiskDrive> Drive) : LabQuery<DeviceWay?>
{
    /// <inheritdoc/>
    internal override DeviceWay? Answer(LabState lab) =>
        lab.VMHardDiskDrives.Find(Drive) is { } drive ? DeviceWays.Of(lab, drive) : null;
}
