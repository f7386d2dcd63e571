namespace HyperVLab.Disks;

/// <summary>
/// Finds parents in ordinary folders: by the relative path first, as Hyper-V does, then by the full path, then by the
/// file name beside the child, as 7-Zip does. It opens nothing outside one root folder.
/// </summary>
public sealed class DirectoryParentResolver : IParentResolver
{
    private readonly string _directory;
    private readonly string _root;

    /// <summary>Makes a resolver for the disks of one folder.</summary>
    /// <param name="directory">The folder of the child.</param>
    /// <param name="root">The folder that parents must be in, at any depth; by default the child's own folder.</param>
    public DirectoryParentResolver(string directory, string? root = null)
    {
        _directory = Path.GetFullPath(directory);
        _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root ?? directory));
    }

    /// <inheritdoc/>
    public ParentFile? Resolve(ParentReference reference)
    {
        foreach (var candidate in Candidates(reference))
        {
            if (File.Exists(candidate))
            {
                var parents = new DirectoryParentResolver(Path.GetDirectoryName(candidate)!, _root);
                return new ParentFile(FileDiskFile.Open(candidate, readOnly: true), parents, candidate);
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> PlacesOf(ParentReference reference)
        => [.. Candidates(reference).Distinct(StringComparer.Ordinal)];

    private IEnumerable<string> Candidates(ParentReference reference)
    {
        foreach (var path in new[] { reference.RelativePath, reference.AbsolutePath, reference.FileName })
        {
            if (Inside(path) is { } full)
            {
                yield return full;
            }
        }
    }

    private string? Inside(string? path)
    {
        if (string.IsNullOrEmpty(path) || path.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        var local = Path.DirectorySeparatorChar == '/' ? path.Replace('\\', '/') : path;
        var full = Path.GetFullPath(Path.Combine(_directory, local));
        var prefix = Path.EndsInDirectorySeparator(_root) ? _root : _root + Path.DirectorySeparatorChar;
        return full.StartsWith(prefix, StringComparison.Ordinal) ? full : null;
    }
}
