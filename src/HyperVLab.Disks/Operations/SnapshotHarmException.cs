using HyperVLab.Disks.FileSystems;

namespace HyperVLab.Disks.Operations;

/// <summary>A compaction would take bytes from a volume that its shadow copies still need.</summary>
/// <param name="volume">The volume.</param>
public sealed class SnapshotHarmException(VolumeReport volume)
    : InvalidOperationException(
        $"The volume in partition {volume.Partition.Number} has shadow copies, which a compaction would damage.")
{
    /// <summary>The volume.</summary>
    public VolumeReport Volume { get; } = volume;
}
