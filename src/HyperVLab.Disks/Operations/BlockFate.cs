namespace HyperVLab.Disks.Operations;

/// <summary>What becomes of a block in a compaction, and why.</summary>
public enum BlockFate
{
    /// <summary>Not in the file: it reads as the parent's bytes or as zeros.</summary>
    Absent,

    /// <summary>Kept: a volume uses some of it.</summary>
    InUse,

    /// <summary>Kept: it holds data outside all volumes, for instance the partition table.</summary>
    OutsideVolumes,

    /// <summary>Kept: it holds data of a volume of which it is not certain what it uses.</summary>
    UnsureVolume,

    /// <summary>Kept: its zeros hide other bytes of a parent.</summary>
    HidesParent,

    /// <summary>Kept: it holds data, and the mode asks no file system whether anybody uses it.</summary>
    HoldsData,

    /// <summary>Dropped: volumes use none of it.</summary>
    Free,

    /// <summary>Dropped: it holds zeros only.</summary>
    Zero,

    /// <summary>Dropped: what volumes use of it is zeros.</summary>
    FreeOrZero,

    /// <summary>Dropped: the format itself says that nothing in it is in use.</summary>
    Unused,
}
