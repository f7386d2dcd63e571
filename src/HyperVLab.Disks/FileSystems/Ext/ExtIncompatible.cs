namespace HyperVLab.Disks.FileSystems.Ext;

/// <summary>Features of an ext volume without which it cannot be read.</summary>
[Flags]
internal enum ExtIncompatible : uint
{
    None = 0,
    FileType = 0x2,
    Recover = 0x4,
    MetaGroups = 0x10,
    Extents = 0x40,
    Is64Bit = 0x80,
    MultipleMountProtection = 0x100,
    FlexibleGroups = 0x200,
    AttributeInodes = 0x400,
    ChecksumSeed = 0x2000,
    LargeDirectories = 0x4000,
    InlineData = 0x8000,
    Encryption = 0x10000,
    CaseFolding = 0x20000,

    /// <summary>Those that ext3 has already.</summary>
    OfExt3 = FileType | Recover | MetaGroups,

    /// <summary>Those with which this library knows what is free.</summary>
    Known = OfExt3 | Extents | Is64Bit | MultipleMountProtection | FlexibleGroups | AttributeInodes | ChecksumSeed
        | LargeDirectories | InlineData | Encryption | CaseFolding,
}
