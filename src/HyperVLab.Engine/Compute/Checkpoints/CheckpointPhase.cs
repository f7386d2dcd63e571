namespace HyperVLab.Engine.Compute;

/// <summary>How far the making of a checkpoint is.</summary>
public enum CheckpointPhase
{
    /// <summary>The machine stands still; its disks are about to be left as they are.</summary>
    Freezing,

    /// <summary>The machine runs on, with new disks, and its memory as it was is written to a file.</summary>
    Saving,

    /// <summary>It is whole.</summary>
    Complete,
}
