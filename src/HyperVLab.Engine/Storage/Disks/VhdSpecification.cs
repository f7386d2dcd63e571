using HyperVLab.Disks;

namespace HyperVLab.Engine.Storage;

/// <summary>What somebody asks of a new virtual hard disk.</summary>
public sealed record VhdSpecification
{
    /// <summary>The full path on the host, ending with .vhd or .vhdx, which is its format.</summary>
    public required string Path { get; init; }

    /// <summary>How it is to keep its bytes.</summary>
    public VhdType VhdType { get; init; } = VhdType.Dynamic;

    /// <summary>The size that a guest sees, in bytes; null takes the parent's.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>The size of a block in bytes; null for Hyper-V's own.</summary>
    public long? BlockSizeBytes { get; init; }

    /// <summary>The sector that a guest sees, in bytes; null for Hyper-V's own or the parent's.</summary>
    public long? LogicalSectorSizeBytes { get; init; }

    /// <summary>
    /// The sector that a guest is told of as the medium's, in bytes; null for Hyper-V's own or the parent's.
    /// </summary>
    public long? PhysicalSectorSizeBytes { get; init; }

    /// <summary>The parent's full path on the host, of a differencing disk.</summary>
    public string? ParentPath { get; init; }
}
