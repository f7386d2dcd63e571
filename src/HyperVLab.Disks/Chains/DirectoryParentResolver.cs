namespace HyperVLab.Disks;

/// <summary>
/// Finds parents in ordinary folders: by the relative path first, as Hyper-V does, then by the full path, then by the
/// file name beside the child, as 7-Zip does, and last by what older kinds of locator say. A child may come from
/// anybody, so nothing outside one root folder is opened, unless the resolver is made by <see cref="Anywhere"/>.
/// </summary>
public sealed class DirectoryParentResolver : IParentResolver
{
    private readonly string _directory;
    private readonly string? _root;

    /// <summary>Makes a resolver for the disks of one folder.</summary>
    /// <param name="directory">The folder of the child.</param>
    /// <param name="root">The folder that parents must be in, at any depth, whatever links lead to them; by default the
    /// child's own folder.</param>
    public DirectoryParentResolver(string directory, string? root = null)
        : this(directory, Path.TrimEndingDirectorySeparator(Path.GetFullPath(root ?? directory)), isAnywhere: false)
    {
    }

    private DirectoryParentResolver(string directory, string? root, bool isAnywhere)
    {
        _directory = Path.GetFullPath(directory);
        _root = isAnywhere ? null : root;
    }

    /// <summary>
    /// Makes a resolver that opens parents wherever the child says, as Hyper-V does: for a child whose paths the user
    /// trusts. Other computers are asked only if the child's own folder is on one.
    /// </summary>
    /// <param name="directory">The folder of the child.</param>
    /// <returns>The resolver.</returns>
    public static DirectoryParentResolver Anywhere(string directory) => new(directory, root: null, isAnywhere: true);

    /// <inheritdoc/>
    public ParentFile? Resolve(ParentReference reference)
    {
        foreach (var candidate in Candidates(reference))
        {
            if (IsUsable(candidate))
            {
                var folder = Path.GetDirectoryName(candidate)!;
                var parents = new DirectoryParentResolver(folder, _root, isAnywhere: _root is null);
                return new ParentFile(FileDiskFile.Open(candidate, readOnly: true), parents, candidate);
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> PlacesOf(ParentReference reference) => [.. Candidates(reference)];

    /// <inheritdoc/>
    public IDiskFile? OpenPart(string name)
    {
        // Wherever parents may be: what makes up one disk is in one folder, whatever links are there.
        var path = Path.Combine(_directory, name);
        return Path.GetFileName(path) == name && new FileInfo(path) is { Exists: true, Length: > 0 }
            && Path.GetDirectoryName(LinkedPath.Follow(path)) is { } real && real == LinkedPath.Follow(_directory)
            ? FileDiskFile.Open(path, readOnly: true) : null;
    }

    private IEnumerable<string> Candidates(ParentReference reference)
        => new[] { reference.RelativePath, reference.AbsolutePath, reference.Name, reference.FileName }
            .Concat(reference.OtherPaths)
            .Concat(reference.OtherPaths.Select(ParentReference.FileNameOf))
            .Select(Inside).OfType<string>().Distinct(StringComparer.Ordinal);

    // A pipe or a device has no length, and opening one can wait for ever.
    private bool IsUsable(string candidate)
    {
        if (new FileInfo(candidate) is not { Exists: true, Length: > 0 })
        {
            return false;
        }

        return _root is null
            || (LinkedPath.Follow(candidate) is { } real && LinkedPath.Follow(_root) is { } root && Starts(real, root));
    }

    private string? Inside(string? path)
    {
        if (string.IsNullOrEmpty(path) || path.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        var isRemote = path.StartsWith(@"\\", StringComparison.Ordinal);
        if (isRemote && !_directory.StartsWith(@"\\", StringComparison.Ordinal))
        {
            return null;
        }

        var local = Path.DirectorySeparatorChar == '/' ? path.Replace('\\', '/') : path;
        var full = Path.GetFullPath(Path.Combine(_directory, local));
        return _root is null || Starts(full, _root) ? full : null;
    }

    private static bool Starts(string path, string root)
    {
        var prefix = Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar;
        return path.StartsWith(prefix, StringComparison.Ordinal);
    }
}
