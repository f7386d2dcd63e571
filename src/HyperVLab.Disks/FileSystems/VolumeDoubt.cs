namespace HyperVLab.Disks.FileSystems;

/// <summary>Why it is not known what a volume does not use, so that all of it is kept.</summary>
public enum VolumeDoubt
{
    /// <summary>No reason: the free space is known.</summary>
    None,

    /// <summary>The file system is not known, or its free space is not read.</summary>
    UnknownFileSystem,

    /// <summary>The volume is encrypted, and what a disk shows of it says nothing.</summary>
    Encrypted,

    /// <summary>A system sleeps on the volume and will go on with what it remembers.</summary>
    Hibernated,

    /// <summary>The volume was not closed: its journal, not its bitmaps, says what is in use.</summary>
    NotClean,

    /// <summary>Structures of the volume are damaged or contradict each other.</summary>
    Damaged,

    /// <summary>The partition overlaps another one or the partition table.</summary>
    Overlaps,
}
