namespace HyperVLab.Engine.Clustering;

/// <summary>Why a node's I/O goes to the coordinator's file system; values of the real module.</summary>
[Flags]
public enum ClusterSharedVolumeFileSystemRedirectedIOReasons
{
    /// <summary>It does not.</summary>
    NotFileSystemRedirected = 0,

    /// <summary>An administrator wants it.</summary>
    UserRequest = 1,

    /// <summary>A file system filter of the node cannot go with direct I/O.</summary>
    IncompatibleFileSystemFilter = 2,

    /// <summary>A volume filter of the node cannot go with direct I/O.</summary>
    IncompatibleVolumeFilter = 4,

    /// <summary>The volume has tiers.</summary>
    FileSystemTiering = 8,

    /// <summary>BitLocker encrypts the volume.</summary>
    BitLockerInitializing = 16,

    /// <summary>The volume is formatted with ReFS.</summary>
    FileSystemReFs = 32,
}
