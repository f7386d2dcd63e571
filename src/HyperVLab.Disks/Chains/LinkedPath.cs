namespace HyperVLab.Disks;

/// <summary>Where a path leads once all symbolic links in it are followed.</summary>
internal static class LinkedPath
{
    private const int MaximumLinks = 40;

    /// <summary>Follows the links of a path, its folders' included.</summary>
    /// <param name="path">A full path.</param>
    /// <returns>A path without links; null if there are too many of them, as in a circle.</returns>
    public static string? Follow(string path)
    {
        var links = 0;
        var root = Path.GetPathRoot(path)!;
        var rest = new Stack<string>(Parts(path, root));
        var done = root;
        while (rest.TryPop(out var part))
        {
            var next = Path.Combine(done, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                done = next;
                continue;
            }

            if (++links > MaximumLinks)
            {
                return null;
            }

            var full = Path.GetFullPath(Path.Combine(done, target));
            done = Path.GetPathRoot(full)!;
            foreach (var linked in Parts(full, done))
            {
                rest.Push(linked);
            }
        }

        return done;
    }

    private static IEnumerable<string> Parts(string path, string root)
        => path[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse();
}
