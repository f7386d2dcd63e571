using HyperVLab.Disks.FileSystems;
using HyperVLab.Disks.Partitions;

namespace HyperVLab.Disks.P2V;

/// <summary>A partition of a disk that is converted.</summary>
public sealed record P2VVolume
{
    /// <summary>The partition.</summary>
    public required DiskPartition Partition { get; init; }

    /// <summary>What stands in it.</summary>
    public required VolumeDescription Volume { get; init; }

    /// <summary>How much of it is not copied since nobody uses it, in bytes.</summary>
    public required long LeftOutBytes { get; init; }

    /// <summary>What is copied of it, in bytes, zeros included.</summary>
    public long UsedBytes => Volume.SizeBytes - LeftOutBytes;

    /// <summary>The system that is installed there, as it calls itself; empty if there is none.</summary>
    public string OperatingSystem { get; init; } = "";

    /// <summary>The drive letter, such as "C:", by which a Windows of the same disk knows it; or empty.</summary>
    public string DriveLetter { get; init; } = "";
}
