using HyperVLab.Disks;

namespace HyperVLab.Engine.Storage;

/// <summary>What Get-VHD says of a virtual hard disk; the names are those of the real object.</summary>
public sealed record VirtualHardDiskView
{
    /// <summary>The host by whose path it was asked for.</summary>
    public required string ComputerName { get; init; }

    /// <summary>The path on that host.</summary>
    public required string Path { get; init; }

    /// <summary>The file on the computer on which the lab runs; null where the lab's disks are in memory.</summary>
    public string? LocalPath { get; init; }

    /// <summary>The format.</summary>
    public required VhdFormat VhdFormat { get; init; }

    /// <summary>How it keeps its bytes.</summary>
    public required VhdType VhdType { get; init; }

    /// <summary>The length of the file in bytes.</summary>
    public required long FileSize { get; init; }

    /// <summary>The size that a guest sees, in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Where its last partition ends, in bytes; null where it has none.</summary>
    public long? MinimumSize { get; init; }

    /// <summary>The sector that a guest sees, in bytes.</summary>
    public int LogicalSectorSize { get; init; } = VirtualDisk.SectorBytes;

    /// <summary>The sector that a guest is told of as the medium's, in bytes.</summary>
    public int PhysicalSectorSize { get; init; } = VirtualDisk.SectorBytes;

    /// <summary>The size of a block in bytes; 0 for a fixed disk.</summary>
    public required int BlockSize { get; init; }

    /// <summary>The path of the parent as the disk has it; empty where it has none.</summary>
    public required string ParentPath { get; init; }

    /// <summary>Its identifier.</summary>
    public required string DiskIdentifier { get; init; }

    /// <summary>The identifier by which children know the disk; it differs from the disk's own for VHDX.</summary>
    public required Guid LinkIdentifier { get; init; }

    /// <summary>How much of it is out of order, in percent; null for a fixed disk.</summary>
    public int? FragmentationPercentage { get; init; }

    /// <summary>1 where its data is aligned to 4 KiB, otherwise 0.</summary>
    public required int Alignment { get; init; }

    /// <summary>Whether a virtual machine has it open, or somebody has mounted it.</summary>
    public bool Attached { get; init; }

    /// <summary>The number of the disk as which it is mounted; null where it is not.</summary>
    public int? DiskNumber { get; init; }

    /// <summary>Where its bytes are offered as a network block device; null where they are not.</summary>
    public string? Uri { get; init; }

    /// <summary>The number of its file in the lab; null for a disk of this computer.</summary>
    public int? FileKey { get; init; }

    /// <summary>What it is beside its bytes.</summary>
    internal VhdShape Shape => new(VhdFormat, VhdType, Size, BlockSize, LogicalSectorSize, PhysicalSectorSize);

    internal static VirtualHardDiskView Of(DiskInformation information, string computerName, string path) => new()
    {
        ComputerName = computerName,
        Path = path,
        VhdFormat = information.Format,
        VhdType = information.Type,
        FileSize = information.FileSizeBytes,
        Size = information.SizeBytes,
        LogicalSectorSize = information.LogicalSectorSizeBytes,
        PhysicalSectorSize = information.PhysicalSectorSizeBytes,
        BlockSize = information.BlockSizeBytes,
        ParentPath = information.ParentPath,
        LinkIdentifier = information.LinkIdentifier,
        DiskIdentifier = information.Identifier.ToString("D").ToUpperInvariant(),
        FragmentationPercentage = information.FragmentationPercentage,
        Alignment = information.Alignment,
    };
}
