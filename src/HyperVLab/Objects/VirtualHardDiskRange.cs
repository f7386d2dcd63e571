namespace HyperVLab.Objects;

/// <summary>Blocks of a virtual hard disk that follow one another and are alike, as a map of Get-LabVHDMap lists
/// them.</summary>
public sealed record VirtualHardDiskRange
{
    /// <summary>The number of the first block, from 0.</summary>
    public required long Block { get; init; }

    /// <summary>How many blocks there are.</summary>
    public required long Count { get; init; }

    /// <summary>Where they begin on the disk, in bytes.</summary>
    public required long OffsetBytes { get; init; }

    /// <summary>How much of the disk they are, in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>What they hold.</summary>
    public required BlockState State { get; init; }

    /// <summary>What Optimize-LabVHD would do with them.</summary>
    public required BlockOutcome Fate { get; init; }

    /// <summary>Why, as a sentence.</summary>
    public required string Why { get; init; }

    /// <summary>The volumes whose place they are, such as "1: NTFS 'Data'"; empty outside of volumes.</summary>
    public required string Volume { get; init; }
}
