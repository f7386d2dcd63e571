using HyperVLab.Disks;

namespace HyperVLab.Engine.Storage;

/// <summary>A virtual hard disk that can be made: everything about it was checked.</summary>
internal sealed record VhdPlan
{
    /// <summary>Where.</summary>
    public required ResolvedPath Path { get; init; }

    /// <summary>How it keeps its bytes.</summary>
    public required VhdType VhdType { get; init; }

    /// <summary>The size that a guest sees, in bytes.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>The size of a block in bytes; 0 for a fixed disk.</summary>
    public required int BlockSizeBytes { get; init; }

    /// <summary>The length of the new file in bytes.</summary>
    public required long FileSizeBytes { get; init; }

    /// <summary>The identifier drawn for it.</summary>
    public required Guid Identifier { get; init; }

    /// <summary>When it is made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The parent of a differencing disk.</summary>
    public StoredFile? Parent { get; init; }

    /// <summary>The parent's full path on the host.</summary>
    public string? ParentPath { get; init; }
}
