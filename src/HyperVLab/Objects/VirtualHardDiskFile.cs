using HyperVLab.Disks.FileSystems;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Objects;

/// <summary>A file or folder inside a virtual hard disk when it was read, as Get-LabVHDFile writes it.</summary>
public sealed class VirtualHardDiskFile
{
    private readonly VolumeFile _file;

    internal VirtualHardDiskFile(OpenedDisk disk, int partition, VolumeFile file)
    {
        (ComputerName, Path, LocalPath) = (disk.ComputerName, disk.Path, disk.LocalPath);
        PartitionNumber = partition;
        _file = file;
    }

    /// <summary>The host by whose path the disk was read, or this computer.</summary>
    public string ComputerName { get; }

    /// <summary>The path of the disk there.</summary>
    public string Path { get; }

    /// <summary>The disk's file on this computer.</summary>
    public string LocalPath { get; }

    /// <summary>The number of the partition; 0 where the disk is one volume without a table.</summary>
    public int PartitionNumber { get; }

    /// <summary>Its path in the volume.</summary>
    public string FilePath => _file.Path.Length > 0 ? _file.Path : "\\";

    /// <summary>Its name.</summary>
    public string Name => _file.Name;

    /// <summary>The folder that it is in.</summary>
    public string DirectoryName => _file.Path.Length > Name.Length + 1
        ? _file.Path[..^(Name.Length + 1)]
        : FilePath[..1];

    /// <summary>Whether it is a folder.</summary>
    public bool PSIsContainer => _file.IsDirectory;

    /// <summary>The size of its content in bytes; empty for a folder.</summary>
    public long? Length => _file.IsDirectory ? null : _file.SizeBytes;

    /// <summary>What its content takes on the volume, in bytes; empty for a folder.</summary>
    public long? AllocatedLength => _file.IsDirectory ? null : _file.AllocatedBytes;

    /// <summary>Its attributes in letters: directory, archive, read-only, hidden, system, link.</summary>
    public string Mode => string.Concat(
        Letter('d', _file.IsDirectory),
        Letter('a', Has(FileAttributes.Archive)),
        Letter('r', Has(FileAttributes.ReadOnly)),
        Letter('h', Has(FileAttributes.Hidden)),
        Letter('s', Has(FileAttributes.System)),
        Letter('l', Has(FileAttributes.ReparsePoint)));

    /// <summary>Its attributes.</summary>
    public FileAttributes Attributes => _file.Attributes;

    /// <summary>Whether the file system keeps it compressed.</summary>
    public bool IsCompressed => Has(FileAttributes.Compressed);

    /// <summary>Whether the file system keeps no place for parts that were never written.</summary>
    public bool IsSparse => Has(FileAttributes.SparseFile);

    /// <summary>Whether the file system keeps it encrypted, so that it cannot be read.</summary>
    public bool IsEncrypted => Has(FileAttributes.Encrypted);

    /// <summary>When it was made; empty where that is not known.</summary>
    public DateTime? CreationTime => _file.Created?.LocalDateTime;

    /// <summary>When its content was changed last; empty where that is not known.</summary>
    public DateTime? LastWriteTime => _file.Modified?.LocalDateTime;

    /// <summary>When it was read last; empty where that is not known.</summary>
    public DateTime? LastAccessTime => _file.Accessed?.LocalDateTime;

    /// <summary>The names of its further streams.</summary>
    public string[] Stream => [.. _file.Streams];

    /// <summary>Where a symbolic link or junction leads; empty for others.</summary>
    public string LinkTarget => _file.LinkTarget ?? string.Empty;

    /// <summary>Why no more is known of it; empty where all is well.</summary>
    public string Problem => _file.Problem ?? string.Empty;

    /// <summary>Its path in the volume.</summary>
    public override string ToString() => FilePath;

    private bool Has(FileAttributes attribute) => _file.Attributes.HasFlag(attribute);

    private static char Letter(char letter, bool isSet) => isSet ? letter : '-';
}
