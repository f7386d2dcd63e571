using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Views;

namespace HyperVLab.Objects;

/// <summary>How a node reaches a cluster shared volume, as Get-LabClusterSharedVolumeState writes it.</summary>
public sealed class ClusterSharedVolumeStateInfo
{
    internal ClusterSharedVolumeStateInfo(SharedVolumeStateView view)
    {
        Name = view.Name;
        VolumeName = view.VolumeName;
        Node = view.Node;
        StateInfo = view.StateInfo;
        VolumeFriendlyName = view.VolumeFriendlyName;
        FileSystemRedirectedIOReason = view.FileSystemRedirectedIOReason;
        BlockRedirectedIOReason = view.BlockRedirectedIOReason;
    }

    /// <summary>The name of the volume's disk.</summary>
    public string Name { get; }

    /// <summary>By which Windows knows the volume.</summary>
    public string VolumeName { get; }

    /// <summary>The node.</summary>
    public string Node { get; }

    /// <summary>How the node reaches it.</summary>
    public ClusterSharedVolumeState StateInfo { get; }

    /// <summary>The name of its folder.</summary>
    public string VolumeFriendlyName { get; }

    /// <summary>Why its I/O goes to the owner's file system.</summary>
    public ClusterSharedVolumeFileSystemRedirectedIOReasons FileSystemRedirectedIOReason { get; }

    /// <summary>Why its I/O goes to the owner's disk.</summary>
    public ClusterSharedVolumeBlockRedirectedIOReason BlockRedirectedIOReason { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
