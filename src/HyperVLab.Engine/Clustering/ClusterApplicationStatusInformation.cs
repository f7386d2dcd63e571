namespace HyperVLab.Engine.Clustering;

/// <summary>What is particular about a group; values of the real module.</summary>
[Flags]
public enum ClusterApplicationStatusInformation
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It must not be moved now.</summary>
    Locked = 1,

    /// <summary>It waits for its turn to move.</summary>
    Queued = 4,

    /// <summary>It is not online because something that it needs is not there.</summary>
    PhysicalResourcesLacking = 8,

    /// <summary>It waits until groups of a higher priority have been started.</summary>
    WaitingToStart = 16,

    /// <summary>What a resource of it contains failed.</summary>
    EmbeddedFailure = 32,

    /// <summary>No network carries a resource of it.</summary>
    NetworkFailure = 128,
}
