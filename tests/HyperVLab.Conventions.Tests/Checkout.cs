namespace HyperVLab.Conventions.Tests;

/// <summary>The checkout that these tests were built from.</summary>
internal static class Checkout
{
    /// <summary>Its root folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The full path of something in it.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The source files under a folder, by their paths from the root, with slashes.</summary>
    public static IEnumerable<SourceFile> Sources(string folder, string pattern = "*.cs") => Directory
        .GetFiles(PathOf(folder.Split('/')), pattern, SearchOption.AllDirectories)
        .Select(path => new SourceFile(Path.GetRelativePath(Root, path).Replace('\\', '/'), path))
        .Where(file => !file.Name.Contains("/obj/", StringComparison.Ordinal)
            && !file.Name.Contains("/bin/", StringComparison.Ordinal))
        .OrderBy(file => file.Name, StringComparer.Ordinal);

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HyperVLab.psd1")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("HyperVLab.psd1 stands in no folder above.");
    }
}
