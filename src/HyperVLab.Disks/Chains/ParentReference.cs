namespace HyperVLab.Disks;

/// <summary>
/// What a differencing disk says about its parent. Paths are as stored: usually Windows paths, written by whoever made
/// the disk, so a resolver must not trust them to stay in any folder.
/// </summary>
public sealed record ParentReference
{
    /// <summary>The parent's unique identifier; the disk that is found must have the same.</summary>
    public required Guid Identifier { get; init; }

    /// <summary>Identifiers that the parent may have instead; a VHDX has room for one.</summary>
    public IReadOnlyList<Guid> OtherIdentifiers { get; init; } = [];

    /// <summary>
    /// The path from the child's folder (locator W2ru), for instance <c>.\base.vhd</c>; null if none.
    /// </summary>
    public string? RelativePath { get; init; }

    /// <summary>The full path (locator W2ku), for instance <c>C:\VHDs\base.vhd</c>; null if none.</summary>
    public string? AbsolutePath { get; init; }

    /// <summary>
    /// The parent name of the header: a full path from Windows, a file name from VirtualBox; null if empty.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>
    /// What older kinds of locator say (MacX, Mac, Wi2k, Wi2r): paths or file names, only tried when nothing else
    /// leads to the parent.
    /// </summary>
    public IReadOnlyList<string> OtherPaths { get; init; } = [];

    /// <summary>The stored path that says most: the full path, else the name, the relative path, or another.</summary>
    public string? BestPath
        => AbsolutePath ?? Name ?? RelativePath ?? (OtherPaths.Count == 0 ? null : OtherPaths[0]);

    /// <summary>The file name alone, whichever separator its path used; null if the disk names nothing.</summary>
    public string? FileName => FileNameOf(BestPath);

    /// <summary>The file name at the end of a path, whichever separator it uses; null if there is none.</summary>
    internal static string? FileNameOf(string? path)
    {
        var name = path?[(path.LastIndexOfAny(['\\', '/']) + 1)..];
        return string.IsNullOrEmpty(name) ? null : name;
    }

    /// <summary>Whether a disk is the one that is meant.</summary>
    /// <param name="identifier">The disk's <see cref="VirtualDisk.LinkIdentifier"/>.</param>
    public bool Means(Guid identifier) => identifier == Identifier || OtherIdentifiers.Contains(identifier);
}
