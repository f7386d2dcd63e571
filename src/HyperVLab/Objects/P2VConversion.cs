using HyperVLab.Disks;
using HyperVLab.Disks.P2V;
using HyperVLab.Disks.Partitions;

namespace HyperVLab.Objects;

/// <summary>What Convert-LabP2V did.</summary>
public sealed class P2VConversion
{
    private readonly VirtualHardDisk _disk;
    private readonly P2VReport _report;

    internal P2VConversion(string sourcePath, VirtualHardDisk disk, P2VReport report)
    {
        SourcePath = sourcePath;
        _disk = disk;
        _report = report;
        Partition = [.. report.Volumes.Select(static volume => new P2VPartition(volume))];
        OperatingSystem = [.. Partition.Select(static partition => partition.OperatingSystem)
            .Where(static name => name.Length > 0)];
        Driver = [.. report.Drivers.Select(static change => new P2VDriver(change))];
        Warning = [.. report.Warnings];
    }

    /// <summary>The disk that was converted.</summary>
    public string SourcePath { get; }

    /// <summary>The new disk.</summary>
    public string Path => _disk.Path;

    /// <summary>The new disk's format.</summary>
    public VhdFormat VhdFormat => _disk.VhdFormat;

    /// <summary>How the new disk keeps its bytes.</summary>
    public VhdType VhdType => _disk.VhdType;

    /// <summary>The size of the disk in bytes.</summary>
    public long Size => _report.SizeBytes;

    /// <summary>The length of the new disk's file in bytes.</summary>
    public ulong FileSize => _disk.FileSize;

    /// <summary>What was copied, in bytes, zeros and what is outside of partitions included.</summary>
    public long UsedSize => _report.UsedBytes;

    /// <summary>What was not copied since no volume uses it, in bytes.</summary>
    public long LeftOutSize => _report.LeftOutBytes;

    /// <summary>How the disk is divided.</summary>
    public PartitionScheme PartitionStyle => _report.Scheme;

    /// <summary>The systems that are installed on it, as they call themselves.</summary>
    public string[] OperatingSystem { get; }

    /// <summary>Its partitions.</summary>
    public P2VPartition[] Partition { get; }

    /// <summary>The drivers whose start was set in the copy.</summary>
    public P2VDriver[] Driver { get; }

    /// <summary>How many devices an older Windows was told of, to start from them.</summary>
    public int CriticalDeviceCount => _report.CriticalDevices;

    /// <summary>What is to be known before the copy is started.</summary>
    public string[] Warning { get; }

    /// <summary>The new disk's path.</summary>
    public override string ToString() => Path;
}
