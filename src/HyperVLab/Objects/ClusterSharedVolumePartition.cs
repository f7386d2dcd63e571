using HyperVLab.Engine.Clustering.Views;

namespace HyperVLab.Objects;

/// <summary>The partition of a cluster shared volume.</summary>
public sealed class ClusterSharedVolumePartition
{
    internal ClusterSharedVolumePartition(ClusterSharedVolumeView view)
    {
        Name = view.VolumeName;
        FileSystem = view.FileSystem;
        PartitionNumber = view.PartitionNumber;
        Size = view.SizeBytes;
        UsedSpace = view.UsedBytes;
        MountPoints = [$@"{view.FriendlyVolumeName}\"];
    }

    /// <summary>By which Windows knows the volume.</summary>
    public string Name { get; }

    /// <summary>The file system.</summary>
    public string FileSystem { get; }

    /// <summary>Its number on the disk.</summary>
    public int PartitionNumber { get; }

    /// <summary>What its file system has to give, in bytes.</summary>
    public long Size { get; }

    /// <summary>What of it is taken, in bytes.</summary>
    public long UsedSpace { get; }

    /// <summary>What of it is left, in bytes.</summary>
    public long FreeSpace => Size - UsedSpace;

    /// <summary>How much of a hundred is left.</summary>
    public float PercentFree => Size == 0 ? 0 : (float)(100.0 * FreeSpace / Size);

    /// <summary>The folders under which nodes show it.</summary>
    public string[] MountPoints { get; }

    /// <summary>Whether it has a drive letter; a shared volume has none.</summary>
    public bool HasDriveLetter { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
