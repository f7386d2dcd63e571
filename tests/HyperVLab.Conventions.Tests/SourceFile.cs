namespace HyperVLab.Conventions.Tests;

/// <summary>A file of the checkout.</summary>
/// <param name="Name">Its path from the root, with slashes.</param>
/// <param name="FullPath">Its full path.</param>
internal sealed record SourceFile(string Name, string FullPath)
{
    /// <summary>Its lines.</summary>
    public string[] Lines => field ??= File.ReadAllLines(FullPath);

    /// <summary>Its text without comments.</summary>
    public string Code => field ??= string.Join('\n', Lines.Select(WithoutComment));

    private static string WithoutComment(string line)
    {
        int start = line.TrimStart().StartsWith("//", StringComparison.Ordinal)
            ? 0
            : line.IndexOf(" // ", StringComparison.Ordinal);
        return start < 0 ? line : line[..start];
    }
}
