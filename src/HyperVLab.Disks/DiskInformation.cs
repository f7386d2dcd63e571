namespace HyperVLab.Disks;

/// <summary>What Get-VHD says of a virtual disk file, and a little more. Parents are not opened.</summary>
public sealed record DiskInformation
{
    /// <summary>The file format.</summary>
    public required VhdFormat Format { get; init; }

    /// <summary>How the disk keeps its bytes.</summary>
    public required VhdType Type { get; init; }

    /// <summary>The length of the file in bytes; of all its files for a VMDK in several.</summary>
    public required long FileSizeBytes { get; init; }

    /// <summary>The size that a guest sees, in bytes.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>The size of a block in bytes; 0 for a fixed disk.</summary>
    public required int BlockSizeBytes { get; init; }

    /// <summary>How many blocks the disk has; 0 for a fixed disk.</summary>
    public required long BlockCount { get; init; }

    /// <summary>How many of the blocks have a place in the file.</summary>
    public required long AllocatedBlockCount { get; init; }

    /// <summary>The disk's unique identifier.</summary>
    public required Guid Identifier { get; init; }

    /// <summary>
    /// The identifier by which children know the disk: a VHD's own, a VHDX file's data write GUID.
    /// </summary>
    public required Guid LinkIdentifier { get; init; }

    /// <summary>The sector that a guest sees, in bytes.</summary>
    public int LogicalSectorSizeBytes { get; init; } = VirtualDisk.SectorBytes;

    /// <summary>The sector that a guest is told of as the medium's, in bytes.</summary>
    public int PhysicalSectorSizeBytes { get; init; } = VirtualDisk.SectorBytes;

    /// <summary>What a differencing disk says of its parent, otherwise null.</summary>
    public ParentReference? Parent { get; init; }

    /// <summary>The parent's path as stored; empty if there is no parent, as Get-VHD writes it.</summary>
    public string ParentPath => Parent?.BestPath ?? "";

    /// <summary>
    /// Of the blocks in the file, the part in percent that does not follow the block before it on the disk directly
    /// (but for padding up to 4 KiB); null for a fixed disk. Our rule: Microsoft does not document the figure's.
    /// </summary>
    public int? FragmentationPercentage { get; init; }

    /// <summary>1 if all data stands at multiples of 4 KiB in the file, otherwise 0; as Get-VHD writes it.</summary>
    public required int Alignment { get; init; }

    /// <summary>When the disk was made; null where the format keeps no time.</summary>
    public required DateTimeOffset? Created { get; init; }

    /// <summary>Who made the disk, four characters, for instance "win " or "qemu".</summary>
    public required string Creator { get; init; }

    /// <summary>Whether a virtual machine was saved with this disk.</summary>
    public required bool SavedState { get; init; }

    /// <summary>Oddities that do not keep the disk from being used.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Reads the structures of a file, whichever format it has; the file stays with the caller.</summary>
    /// <param name="file">The file.</param>
    /// <param name="parents">Who opens the other files of a VMDK; parents are not opened.</param>
    /// <returns>What it says.</returns>
    /// <exception cref="DiskFormatException">The file is no virtual disk or is broken.</exception>
    public static DiskInformation Read(IDiskFile file, IParentResolver? parents = null)
        => DiskFormats.Detect(file) switch
        {
            VhdFormat.VHDX => Vhdx.VhdxInformationReader.Read(file),
            VhdFormat.VMDK => Vmdk.VmdkInformationReader.Read(file, parents),
            _ => Vhd.VhdInformationReader.Read(file),
        };
}
