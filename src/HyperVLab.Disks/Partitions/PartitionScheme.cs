namespace HyperVLab.Disks.Partitions;

/// <summary>How a disk is divided.</summary>
public enum PartitionScheme
{
    /// <summary>Not at all: the disk is one volume, which starts with its first sector.</summary>
    None,

    /// <summary>By a master boot record, with a chain of further records for logical partitions.</summary>
    Mbr,

    /// <summary>By a GUID partition table.</summary>
    Gpt,
}
