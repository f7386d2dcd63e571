using HyperVLab.Disks;

namespace HyperVLab.Engine.Storage;

/// <summary>A virtual hard disk that can be made: everything about it was checked.</summary>
internal sealed record VhdPlan
{
    /// <summary>Where.</summary>
    public required ResolvedPath Path { get; init; }

    /// <summary>What it is to be.</summary>
    public required VhdShape Shape { get; init; }

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

    /// <summary>The same as the disk room takes it.</summary>
    public DiskCreation Creation => Shape.Creation(Identifier, Created);
}
