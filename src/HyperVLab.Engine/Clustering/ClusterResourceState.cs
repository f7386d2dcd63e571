namespace HyperVLab.Engine.Clustering;

/// <summary>The state of a resource; values of the real module.</summary>
public enum ClusterResourceState
{
    /// <summary>Not known.</summary>
    Unknown = -1,

    /// <summary>That of what it stands on.</summary>
    Inherited = 0,

    /// <summary>It is being made.</summary>
    Initializing = 1,

    /// <summary>It runs.</summary>
    Online = 2,

    /// <summary>It does not run.</summary>
    Offline = 3,

    /// <summary>It failed and is not restarted.</summary>
    Failed = 4,

    /// <summary>It changes.</summary>
    Pending = 128,

    /// <summary>It is coming online.</summary>
    OnlinePending = 129,

    /// <summary>It is going offline.</summary>
    OfflinePending = 130,
}
