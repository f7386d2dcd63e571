using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Clustering.Views;

/// <summary>A cluster shared volume as it stands.</summary>
public sealed record ClusterSharedVolumeView : IClusterPart
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>The name of its disk.</summary>
    public required string Name { get; init; }

    /// <summary>The number of its cluster.</summary>
    public required int ClusterKey { get; init; }

    /// <summary>The name of its cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>Its identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>The node that coordinates it; null while the cluster looks for one.</summary>
    public string? OwnerNode { get; init; }

    /// <summary>The number of that node.</summary>
    public int? OwnerNodeKey { get; init; }

    /// <summary>Its state.</summary>
    public required ClusterResourceState State { get; init; }

    /// <summary>Where every node mounts it.</summary>
    public required string FriendlyVolumeName { get; init; }

    /// <summary>The number of its volume.</summary>
    public required int VolumeKey { get; init; }

    /// <summary>The number of its LUN.</summary>
    public required int LunKey { get; init; }

    /// <summary>What its file system has to give, in bytes.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>What of it is taken, in bytes.</summary>
    public required long UsedBytes { get; init; }

    /// <summary>The name of its folder.</summary>
    public required string VolumeFriendlyName { get; init; }

    /// <summary>By which Windows knows the volume.</summary>
    public required string VolumeName { get; init; }

    /// <summary>The file system.</summary>
    public required string FileSystem { get; init; }

    /// <summary>The number of its partition on the disk.</summary>
    public required int PartitionNumber { get; init; }

    /// <summary>Where its partition begins on the disk, in bytes.</summary>
    public required long OffsetBytes { get; init; }

    /// <summary>Whether all I/O goes through the owner.</summary>
    public required bool IsRedirected { get; init; }

    /// <summary>Whether it is being backed up.</summary>
    public required bool IsInBackup { get; init; }

    /// <summary>How far it is on its way into maintenance.</summary>
    public required MaintenancePhase Maintenance { get; init; }

    /// <summary>What is the matter with it.</summary>
    public required SharedVolumeFaultState FaultState { get; init; }

    /// <summary>How each node reaches it.</summary>
    public required IReadOnlyList<SharedVolumeAccess> Access { get; init; }

    internal static ClusterSharedVolumeView Of(LabState lab, ClusterSharedVolume shared)
    {
        Volume volume = lab.Volumes[shared.Volume];
        return new ClusterSharedVolumeView
        {
            Key = shared.Key.Number,
            Name = shared.Name,
            ClusterKey = shared.Cluster.Number,
            Cluster = lab.NameOf(shared.Cluster),
            Id = shared.Id,
            OwnerNode = lab.ClusterNodes.Find(shared.OwnerNode)?.Name,
            OwnerNodeKey = shared.OwnerNode?.Number,
            State = shared.State,
            FriendlyVolumeName = shared.Path,
            VolumeKey = shared.Volume.Number,
            LunKey = shared.Lun.Number,
            SizeBytes = volume.SizeBytes,
            UsedBytes = volume.UsedBytes,
            VolumeFriendlyName = shared.FriendlyName,
            VolumeName = StorageNames.OfVolume(volume),
            FileSystem = volume.FileSystem.ToString(),
            PartitionNumber = lab.Partitions[volume.Partition].Number,
            OffsetBytes = lab.Partitions[volume.Partition].OffsetBytes,
            IsInBackup = shared.IsInBackup,
            Maintenance = shared.Maintenance,
            FaultState = SharedVolumeStates.FaultOf(lab, shared),
            IsRedirected = lab.Luns[shared.Lun].IsRedirected,
            Access = [.. ClusterQueries.NodesOf(lab, shared.Cluster)
                .Select(node => SharedVolumeAccess.Of(lab, shared, node))],
        };
    }
}
