namespace HyperVLab.Engine.Clustering.Views;

/// <summary>How one node reaches one cluster shared volume, as 2012 R2 says it.</summary>
public sealed record SharedVolumeStateView
{
    /// <summary>The name of the volume's disk.</summary>
    public required string Name { get; init; }

    /// <summary>By which Windows knows the volume.</summary>
    public required string VolumeName { get; init; }

    /// <summary>The name of its folder.</summary>
    public required string VolumeFriendlyName { get; init; }

    /// <summary>The node.</summary>
    public required string Node { get; init; }

    /// <summary>How the node reaches it.</summary>
    public required ClusterSharedVolumeState StateInfo { get; init; }

    /// <summary>Why its I/O goes to the owner's file system.</summary>
    public required ClusterSharedVolumeFileSystemRedirectedIOReasons FileSystemRedirectedIOReason { get; init; }

    /// <summary>Why its I/O goes to the owner's disk.</summary>
    public required ClusterSharedVolumeBlockRedirectedIOReason BlockRedirectedIOReason { get; init; }
}
