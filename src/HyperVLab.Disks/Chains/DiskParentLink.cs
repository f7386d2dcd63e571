namespace HyperVLab.Disks;

/// <summary>What a new differencing disk is to say of its parent.</summary>
public sealed record DiskParentLink
{
    /// <summary>
    /// The identifier by which a child knows the parent: <see cref="VirtualDisk.LinkIdentifier"/>.
    /// </summary>
    public required Guid Identifier { get; init; }

    /// <summary>The parent's size in bytes, the child's if no other is asked for.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>The parent's full path as the child's host names it, for instance <c>C:\VHDs\base.vhd</c>.</summary>
    public required string AbsolutePath { get; init; }

    /// <summary>The path from the child's folder, for instance <c>.\base.vhd</c>; null if there is none.</summary>
    public string? RelativePath { get; init; }

    /// <summary>When the parent was last changed; Windows 10 writes none, and so does null.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>Makes a link to an open disk.</summary>
    /// <param name="parent">The parent.</param>
    /// <param name="absolutePath">Its full path as the child's host names it.</param>
    /// <param name="relativePath">Its path from the child's folder, or null.</param>
    /// <returns>The link.</returns>
    public static DiskParentLink To(VirtualDisk parent, string absolutePath, string? relativePath) => new()
    {
        Identifier = parent.LinkIdentifier,
        SizeBytes = parent.SizeBytes,
        AbsolutePath = absolutePath,
        RelativePath = relativePath,
    };
}
