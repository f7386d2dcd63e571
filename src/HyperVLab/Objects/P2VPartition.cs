using HyperVLab.Disks.P2V;

namespace HyperVLab.Objects;

/// <summary>A partition of a disk that Convert-LabP2V converted.</summary>
public sealed class P2VPartition
{
    private readonly P2VVolume _volume;

    internal P2VPartition(P2VVolume volume) => _volume = volume;

    /// <summary>Its number; 0 for a disk that is one volume without a table.</summary>
    public int PartitionNumber => _volume.Partition.Number;

    /// <summary>The letter by which a Windows of the disk knows it, such as C:; empty if none does.</summary>
    public string DriveLetter => _volume.DriveLetter;

    /// <summary>What it is for.</summary>
    public string Type => _volume.Partition.Type;

    /// <summary>Its file system; empty if it is not known.</summary>
    public string FileSystem => _volume.Volume.FileSystem;

    /// <summary>The label that users gave it.</summary>
    public string FileSystemLabel => _volume.Volume.Label;

    /// <summary>Its size in bytes.</summary>
    public long Size => _volume.Volume.SizeBytes;

    /// <summary>What was copied of it, in bytes.</summary>
    public long UsedSize => _volume.UsedBytes;

    /// <summary>What was not copied of it, in bytes.</summary>
    public long LeftOutSize => _volume.LeftOutBytes;

    /// <summary>The system that is installed on it, as it calls itself; empty if none was found.</summary>
    public string OperatingSystem => _volume.OperatingSystem;

    /// <summary>Its number and its system.</summary>
    public override string ToString() => $"Partition {PartitionNumber} {OperatingSystem}".TrimEnd();
}
