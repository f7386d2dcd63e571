namespace HyperVLab.Engine.Clustering;

/// <summary>How a node reaches a cluster shared volume; values of the real module.</summary>
public enum ClusterSharedVolumeState
{
    /// <summary>It does not.</summary>
    Unavailable = 0,

    /// <summary>Its I/O waits for an owner.</summary>
    Paused = 1,

    /// <summary>Straight to the disk.</summary>
    Direct = 2,

    /// <summary>Over the network to the owner's file system.</summary>
    FileSystemRedirected = 3,

    /// <summary>Over the network to the owner's disk.</summary>
    BlockRedirected = 4,
}
