namespace HyperVLab.Engine.Clustering;

/// <summary>Why a node leaves the members.</summary>
public enum NodeDepartureKind
{
    /// <summary>Its computer shuts down.</summary>
    Shutdown,

    /// <summary>Its cluster service is stopped.</summary>
    Stop,

    /// <summary>It is taken out of the cluster.</summary>
    Evict,
}
