namespace HyperVLab.Engine.Storage;

/// <summary>How a disk is divided, by the numbers of the real Initialize-Disk.</summary>
public enum PartitionStyle
{
    /// <summary>Not initialised: nothing says where partitions are.</summary>
    RAW = 0,

    /// <summary>A master boot record: up to 2 TB and four partitions.</summary>
    MBR = 1,

    /// <summary>A GUID partition table.</summary>
    GPT = 2,
}
