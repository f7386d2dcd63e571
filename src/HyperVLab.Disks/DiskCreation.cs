namespace HyperVLab.Disks;

/// <summary>What a new virtual disk is to be. The same values always give the same bytes.</summary>
public sealed record DiskCreation
{
    /// <summary>The format of the file.</summary>
    public VhdFormat Format { get; init; } = VhdFormat.VHD;

    /// <summary>How the disk is to keep its bytes; a raw disk is always fixed.</summary>
    public VhdType Type { get; init; } = VhdType.Dynamic;

    /// <summary>The size that a guest sees, in bytes; for a differencing disk 0 means the parent's size.</summary>
    public long SizeBytes { get; init; }

    /// <summary>The size of a block in bytes; 0 for what Hyper-V gives such a disk. A fixed VHD has none.</summary>
    public int BlockSizeBytes { get; init; }

    /// <summary>The sector that a guest sees, in bytes: 512, or for VHDX also 4096.</summary>
    public int LogicalSectorSizeBytes { get; init; } = VirtualDisk.SectorBytes;

    /// <summary>
    /// The sector that a guest is told of as the medium's, in bytes; 0 for what Hyper-V gives such a disk.
    /// </summary>
    public int PhysicalSectorSizeBytes { get; init; }

    /// <summary>The disk's unique identifier; never use one twice.</summary>
    public required Guid Identifier { get; init; }

    /// <summary>When the disk is made; a VHD keeps it in whole seconds from 2000 on, a VHDX file not at all.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>What a differencing disk is to say of its parent.</summary>
    public DiskParentLink? Parent { get; init; }
}
