using System.Globalization;
using HyperVLab.Disks.FileSystems;
using HyperVLab.Engine.Storage;
using DiskPartitionEntry = HyperVLab.Disks.Partitions.DiskPartition;
using PartitionScheme = HyperVLab.Disks.Partitions.PartitionScheme;

namespace HyperVLab.Objects;

/// <summary>A partition inside a virtual hard disk when it was read, as Get-LabVHDPartition writes it.</summary>
public sealed class VirtualHardDiskPartition
{
    private readonly DiskPartitionEntry _partition;
    private readonly VolumeDescription? _volume;

    internal VirtualHardDiskPartition(
        OpenedDisk disk, PartitionScheme scheme, DiskPartitionEntry partition, VolumeDescription? volume)
    {
        (ComputerName, Path, LocalPath) = (disk.ComputerName, disk.Path, disk.LocalPath);
        PartitionStyle = scheme;
        _partition = partition;
        _volume = volume;
    }

    /// <summary>The host by whose path the disk was read, or this computer.</summary>
    public string ComputerName { get; }

    /// <summary>The path of the disk there.</summary>
    public string Path { get; }

    /// <summary>The disk's file on this computer.</summary>
    public string LocalPath { get; }

    /// <summary>How the disk is divided: Mbr, Gpt, or None where it is one volume without a table.</summary>
    public PartitionScheme PartitionStyle { get; }

    /// <summary>
    /// Its place in the table from 1, logical ones from 5 on; 0 where the disk is one volume without a table.
    /// </summary>
    public int PartitionNumber => _partition.Number;

    /// <summary>What it is for, in words.</summary>
    public string Type => _partition.Type;

    /// <summary>Its type in a master boot record; empty for others.</summary>
    public ushort? MbrType => PartitionStyle == PartitionScheme.Mbr
        ? ushort.Parse(_partition.TypeCode.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
        : null;

    /// <summary>Its type in a GPT, as Get-Partition writes it; empty for others.</summary>
    public string GptType =>
        PartitionStyle == PartitionScheme.Gpt ? Braced(System.Guid.Parse(_partition.TypeCode)) : "";

    /// <summary>Its identifier in a GPT, as Get-Partition writes it; empty for others.</summary>
    public string Guid => PartitionStyle == PartitionScheme.Gpt ? Braced(_partition.Identifier) : "";

    /// <summary>The name that a GPT gives it; otherwise empty.</summary>
    public string Name => _partition.Name;

    /// <summary>Where it begins on the disk, in bytes.</summary>
    public long Offset => _partition.OffsetBytes;

    /// <summary>Its size in bytes.</summary>
    public long Size => _partition.SizeBytes;

    /// <summary>Whether a BIOS starts from it.</summary>
    public bool IsActive => _partition.IsActive;

    /// <summary>Its file system, such as NTFS or ext4; empty where none was recognised.</summary>
    public string FileSystem => _volume?.FileSystem ?? "";

    /// <summary>The label of its volume; empty where it has none.</summary>
    public string FileSystemLabel => _volume?.Label ?? "";

    /// <summary>What its volume does not use, in bytes; empty where it is not known.</summary>
    public long? SizeRemaining => _volume?.FreeBytes;

    /// <summary>The unit in which its file system gives out space, in bytes; empty where it is not known.</summary>
    public int? AllocationUnitSize => _volume is { ClusterSizeBytes: > 0 } known ? known.ClusterSizeBytes : null;

    /// <summary>Whether the volume was not closed, or is marked for checking.</summary>
    public bool IsDirty => _volume?.IsDirty ?? false;

    /// <summary>Whether a hibernated Windows lies on it.</summary>
    public bool IsHibernated => _volume?.IsHibernated ?? false;

    /// <summary>Whether volume shadow copies lie on it.</summary>
    public bool HasSnapshot => _volume?.HasSnapshots ?? false;

    /// <summary>Whether it is encrypted.</summary>
    public bool IsEncrypted => _volume?.IsEncrypted ?? false;

    /// <summary>Why Optimize-LabVHD keeps all of it; None where its free space is known.</summary>
    public VolumeDoubt? Doubt => _volume?.Doubt;

    /// <summary>The same in words; empty without a doubt.</summary>
    public string DoubtReason => _volume?.DoubtReason ?? "";

    /// <summary>Its place.</summary>
    public override string ToString() => $"Partition {PartitionNumber} of {Path}";

    private static string Braced(System.Guid identifier) => identifier.ToString("B");
}
