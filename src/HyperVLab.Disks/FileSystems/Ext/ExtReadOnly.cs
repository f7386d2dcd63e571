namespace HyperVLab.Disks.FileSystems.Ext;

/// <summary>Features of an ext volume without which it cannot be written.</summary>
[Flags]
internal enum ExtReadOnly : uint
{
    None = 0,
    SparseCopies = 0x1,
    LargeFiles = 0x2,
    TreeDirectories = 0x4,
    HugeFiles = 0x8,
    DescriptorChecksum = 0x10,
    ManyLinks = 0x20,
    ExtraInodeSize = 0x40,
    Quota = 0x100,
    BigAllocation = 0x200,
    MetadataChecksum = 0x400,
    ReadOnlyImage = 0x1000,
    ProjectQuota = 0x2000,
    Verity = 0x8000,
    OrphansPresent = 0x10000,

    /// <summary>Those that ext3 has already.</summary>
    OfExt3 = SparseCopies | LargeFiles | TreeDirectories,

    /// <summary>Those with which this library knows what is free; snapshots of Next3 are not among them.</summary>
    Known = OfExt3 | HugeFiles | DescriptorChecksum | ManyLinks | ExtraInodeSize | Quota | BigAllocation
        | MetadataChecksum | ReadOnlyImage | ProjectQuota | Verity | OrphansPresent,
}
