namespace HyperVLab.Engine.Compute;

/// <summary>How far the merge of a disk into its parent is.</summary>
public enum DiskMergePhase
{
    /// <summary>It waits until it can begin, or go on.</summary>
    Waiting,

    /// <summary>Blocks are written into the parent; the chain is as before.</summary>
    Copying,

    /// <summary>All blocks are in the parent; whoever uses the disk comes to use its parent.</summary>
    Relinking,

    /// <summary>Nobody uses the disk any more; its file goes.</summary>
    Deleting,
}
