namespace HyperVLab.Disks.Vhd;

/// <summary>What a new VHD is to be. The same values always give the same bytes.</summary>
public sealed record VhdCreation
{
    /// <summary>The size that a guest sees, in bytes; for a differencing disk 0 means the parent's size.</summary>
    public long SizeBytes { get; init; }

    /// <summary>The size of a block in bytes, a power of two; a fixed disk has none.</summary>
    public int BlockSizeBytes { get; init; } = VhdLimits.DefaultBlockSizeBytes;

    /// <summary>The disk's unique identifier; never use one twice.</summary>
    public required Guid Identifier { get; init; }

    /// <summary>When the disk is made; kept in whole seconds from 2000 on.</summary>
    public required DateTimeOffset Created { get; init; }
}
