namespace HyperVLab.Objects;

/// <summary>What a block of a virtual hard disk holds.</summary>
public enum BlockState
{
    /// <summary>It has no place in the file, and reads as the parent's bytes or as zeros.</summary>
    Absent,

    /// <summary>Data that a volume uses, or that nobody was asked about.</summary>
    Data,

    /// <summary>Data of a volume of which it is not certain what it uses.</summary>
    Unsure,

    /// <summary>Data outside all volumes, such as the partition table.</summary>
    OutsideVolumes,

    /// <summary>Only what volumes do not use.</summary>
    FreeSpace,

    /// <summary>What volumes do not use, and zeros.</summary>
    FreeSpaceAndZeros,

    /// <summary>Only zeros.</summary>
    Zeros,

    /// <summary>Nothing: it has a place in the file, and the format says that nothing was written there.</summary>
    Unused,
}
