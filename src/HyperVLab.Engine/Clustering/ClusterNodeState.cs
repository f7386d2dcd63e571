namespace HyperVLab.Engine.Clustering;

/// <summary>The state of a node as its cluster sees it; values of the real module.</summary>
public enum ClusterNodeState
{
    /// <summary>Not known.</summary>
    Unknown = -1,

    /// <summary>An active member.</summary>
    Up = 0,

    /// <summary>No member: off, cut off or its cluster service stopped.</summary>
    Down = 1,

    /// <summary>A member that takes no more groups.</summary>
    Paused = 2,

    /// <summary>Its cluster service runs and is not a member yet.</summary>
    Joining = 3,
}
