namespace HyperVLab.Engine.Storage;

/// <summary>What a partition is for, by the names that Get-Partition shows.</summary>
public enum PartitionType
{
    /// <summary>Data.</summary>
    Basic,

    /// <summary>Microsoft's reserved partition of a GUID table.</summary>
    Reserved,

    /// <summary>What a computer boots from, beside its system volume.</summary>
    System,
}
