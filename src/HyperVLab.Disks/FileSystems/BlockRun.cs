namespace HyperVLab.Disks.FileSystems;

/// <summary>Clusters or blocks of a file that stand together on the volume.</summary>
/// <param name="First">The first cluster of the file.</param>
/// <param name="Cluster">The first cluster of the volume; -1 for a hole.</param>
/// <param name="Count">How many clusters.</param>
internal readonly record struct BlockRun(long First, long Cluster, long Count)
{
    /// <summary>More clusters than any file has.</summary>
    public const long MaximumClusters = 1L << 52;

    /// <summary>The first cluster of the file after the run.</summary>
    public long End => First + Count;

    /// <summary>Whether the run has no place, so that it reads as zeros.</summary>
    public bool IsHole => Cluster < 0;

    /// <summary>Finds the run that has a cluster of the file; without one a hole up to the next run.</summary>
    public static BlockRun At(IReadOnlyList<BlockRun> runs, long cluster)
    {
        var (low, high) = (0, runs.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = runs[middle].End <= cluster ? (middle + 1, high) : (low, middle);
        }

        var next = low < runs.Count ? runs[low].First : MaximumClusters;
        return next <= cluster ? runs[low] : new BlockRun(cluster, -1, next - cluster);
    }
}
