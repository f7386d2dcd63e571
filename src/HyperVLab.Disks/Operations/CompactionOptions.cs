namespace HyperVLab.Disks.Operations;

/// <summary>What else a compaction is told.</summary>
public sealed record CompactionOptions
{
    /// <summary>
    /// Whether volumes with shadow copies lose what only their copies still use, so that the copies are damaged.
    /// </summary>
    public bool AllowSnapshots { get; init; }
}
