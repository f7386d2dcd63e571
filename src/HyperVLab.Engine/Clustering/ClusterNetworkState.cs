namespace HyperVLab.Engine.Clustering;

/// <summary>The state of a cluster network, which its interfaces make; values of the real module.</summary>
public enum ClusterNetworkState
{
    /// <summary>Not known.</summary>
    Unknown = -1,

    /// <summary>No interface of a member is on it, or the cluster does not use it.</summary>
    Unavailable = 0,

    /// <summary>No interface works.</summary>
    Down = 1,

    /// <summary>Some interfaces do not reach each other.</summary>
    Partitioned = 2,

    /// <summary>All interfaces of members reach each other.</summary>
    Up = 3,
}
