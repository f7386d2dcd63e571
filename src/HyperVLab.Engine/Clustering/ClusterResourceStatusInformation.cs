namespace HyperVLab.Engine.Clustering;

/// <summary>What is particular about a resource; values of the real module.</summary>
[Flags]
public enum ClusterResourceStatusInformation
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It must not be moved now.</summary>
    Locked = 1,

    /// <summary>What it contains failed, such as a guest that lost its heartbeat.</summary>
    EmbeddedFailure = 2,

    /// <summary>The processors of its node do not do.</summary>
    InsufficientCpu = 4,

    /// <summary>The memory of its node does not do.</summary>
    InsufficientMemory = 8,

    /// <summary>Something else that it needs is not there, such as its disk or a node that could own it.</summary>
    InsufficientResources = 16,

    /// <summary>No network carries it.</summary>
    NetworkFailure = 32,
}
