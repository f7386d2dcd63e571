namespace HyperVLab.Engine.Clustering;

/// <summary>How the last failback to a node went; values of the real module.</summary>
public enum ClusterNodeFailbackStatus
{
    /// <summary>Nothing was to come back.</summary>
    NotInitiated = 0,

    /// <summary>What was drained from it comes back.</summary>
    InProgress = 1,

    /// <summary>Everything came back.</summary>
    Completed = 2,

    /// <summary>Something could not come back.</summary>
    Failed = 3,
}
