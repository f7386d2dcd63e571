namespace HyperVLab.Engine.Clustering;

/// <summary>The state of one node's interface on a cluster network; values of the real module.</summary>
public enum ClusterNetworkInterfaceState
{
    /// <summary>Not known.</summary>
    Unknown = -1,

    /// <summary>Its node is down.</summary>
    Unavailable = 0,

    /// <summary>It is not connected.</summary>
    Failed = 1,

    /// <summary>It reaches no other node's interface.</summary>
    Unreachable = 2,

    /// <summary>It works.</summary>
    Up = 3,
}
