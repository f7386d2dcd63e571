namespace HyperVLab.Engine.Clustering;

/// <summary>How the last drain of a node went; values of the real module.</summary>
public enum ClusterNodeDrainStatus
{
    /// <summary>It was not drained since it was resumed.</summary>
    NotInitiated = 0,

    /// <summary>What it owns moves away.</summary>
    InProgress = 1,

    /// <summary>Everything moved away.</summary>
    Completed = 2,

    /// <summary>Something could not move, and is still on it.</summary>
    Failed = 3,
}
