using HyperVLab.Disks.Partitions;

namespace HyperVLab.Disks.FileSystems;

/// <summary>A partition and what was found in it.</summary>
/// <param name="Partition">The partition.</param>
/// <param name="Volume">The volume in it.</param>
public sealed record VolumeReport(DiskPartition Partition, VolumeDescription Volume);
