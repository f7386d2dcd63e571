namespace HyperVLab.Engine.Clustering;

/// <summary>Why a node's I/O goes to the coordinator's disk; values of the real module.</summary>
public enum ClusterSharedVolumeBlockRedirectedIOReason
{
    /// <summary>It does not.</summary>
    NotBlockRedirected = 0,

    /// <summary>The node has no path to the disk.</summary>
    NoDiskConnectivity = 1,

    /// <summary>The storage space is not attached to the node.</summary>
    StorageSpaceNotAttached = 2,

    /// <summary>The volume is replicated.</summary>
    VolumeReplicationEnabled = 4,
}
