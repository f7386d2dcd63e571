namespace HyperVLab.Disks.FileSystems.Ntfs;

/// <summary>Clusters of an attribute that stand together on the volume.</summary>
/// <param name="First">The first cluster of the attribute.</param>
/// <param name="Cluster">The first cluster of the volume; -1 for a hole.</param>
/// <param name="Count">How many clusters.</param>
internal readonly record struct NtfsRun(long First, long Cluster, long Count)
{
    /// <summary>The first cluster of the attribute after the run.</summary>
    public long End => First + Count;

    /// <summary>Whether the run has no place, so that it reads as zeros.</summary>
    public bool IsHole => Cluster < 0;
}
