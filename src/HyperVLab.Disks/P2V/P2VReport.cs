using HyperVLab.Disks.Partitions;

namespace HyperVLab.Disks.P2V;

/// <summary>What a conversion of a physical computer's disk does, or would do.</summary>
public sealed record P2VReport
{
    /// <summary>The size of the disk in bytes.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>How the disk is divided.</summary>
    public required PartitionScheme Scheme { get; init; }

    /// <summary>Its partitions, in the order in which they stand on it.</summary>
    public required IReadOnlyList<P2VVolume> Volumes { get; init; }

    /// <summary>The drivers whose start is set.</summary>
    public required IReadOnlyList<DriverChange> Drivers { get; init; }

    /// <summary>How many entries are added to the database of devices that an older Windows can start from.</summary>
    public required int CriticalDevices { get; init; }

    /// <summary>What whoever starts the copy should know, as sentences.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>What is not copied since nobody uses it, in bytes.</summary>
    public long LeftOutBytes => Volumes.Sum(volume => volume.LeftOutBytes);

    /// <summary>What is copied, in bytes, zeros and what is outside of partitions included.</summary>
    public long UsedBytes => SizeBytes - LeftOutBytes;
}
