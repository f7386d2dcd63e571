namespace HyperVLab.Engine.Clustering;

/// <summary>What a cluster network is used for; values of the real module.</summary>
public enum ClusterNetworkRole
{
    /// <summary>The cluster does not use it.</summary>
    None = 0,

    /// <summary>Heartbeats, shared volumes and migrations only.</summary>
    Cluster = 1,

    /// <summary>Clients only.</summary>
    Client = 2,

    /// <summary>Cluster and clients.</summary>
    ClusterAndClient = 3,
}
