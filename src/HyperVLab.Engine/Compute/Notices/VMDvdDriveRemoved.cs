using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Notices;

/// <summary>A DVD drive was removed from its machine.</summary>
/// <param name="Drive">The drive.</param>
internal sealed record VMDvdDriveRemoved(Key<VMDvdDrive> Drive) : LabNotice;
