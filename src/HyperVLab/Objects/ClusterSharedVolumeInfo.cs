using HyperVLab.Engine.Clustering.Views;

namespace HyperVLab.Objects;

/// <summary>The volume of a cluster shared volume.</summary>
public sealed class ClusterSharedVolumeInfo
{
    internal ClusterSharedVolumeInfo(ClusterSharedVolumeView view)
    {
        FriendlyVolumeName = view.FriendlyVolumeName;
        Size = view.SizeBytes;
        FreeSpace = view.SizeBytes - view.UsedBytes;
        RedirectedAccess = view.IsRedirected;
        Access = view.Access;
    }

    /// <summary>Where every node mounts it.</summary>
    public string FriendlyVolumeName { get; }

    /// <summary>What its file system has to give, in bytes.</summary>
    public long Size { get; }

    /// <summary>What of it is left, in bytes.</summary>
    public long FreeSpace { get; }

    /// <summary>Whether an administrator sends all I/O through the owner.</summary>
    public bool RedirectedAccess { get; }

    /// <summary>How each node reaches it.</summary>
    public IReadOnlyList<SharedVolumeAccess> Access { get; }

    /// <inheritdoc/>
    public override string ToString() => FriendlyVolumeName;
}
