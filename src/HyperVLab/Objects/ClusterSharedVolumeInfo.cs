using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Views;

namespace HyperVLab.Objects;

/// <summary>The volume of a cluster shared volume.</summary>
public sealed class ClusterSharedVolumeInfo
{
    internal ClusterSharedVolumeInfo(ClusterSharedVolumeView view)
    {
        FriendlyVolumeName = view.FriendlyVolumeName;
        FaultState = view.FaultState;
        MaintenanceMode = view.Maintenance == MaintenancePhase.On;
        BackupInProgress = view.IsInBackup;
        Partition = new ClusterSharedVolumePartition(view);
        PartitionNumber = view.PartitionNumber;
        VolumeOffset = view.OffsetBytes;
        RedirectedAccess = view.IsRedirected;
        Access = [.. view.Access];
    }

    /// <summary>Where every node mounts it.</summary>
    public string FriendlyVolumeName { get; }

    /// <summary>What is the matter: nothing, a node without a direct way, no way at all, or maintenance.</summary>
    public SharedVolumeFaultState FaultState { get; }

    /// <summary>Whether it is in maintenance: no node shows it.</summary>
    public bool MaintenanceMode { get; }

    /// <summary>Whether all I/O goes through the owner: by hand, or on 2008 R2 because of a backup.</summary>
    public bool RedirectedAccess { get; }

    /// <summary>Whether it is being backed up.</summary>
    public bool BackupInProgress { get; }

    /// <summary>Its partition, with how full it is.</summary>
    public ClusterSharedVolumePartition Partition { get; }

    /// <summary>The number of its partition.</summary>
    public int PartitionNumber { get; }

    /// <summary>Where its partition begins on the disk, in bytes.</summary>
    public long VolumeOffset { get; }

    /// <summary>What its file system has to give, in bytes.</summary>
    public long Size => Partition.Size;

    /// <summary>What of it is left, in bytes.</summary>
    public long FreeSpace => Partition.FreeSpace;

    /// <summary>How each node reaches it, why not straight, and what that way takes and carries.</summary>
    public SharedVolumeAccess[] Access { get; }

    /// <inheritdoc/>
    public override string ToString() => FriendlyVolumeName;
}
