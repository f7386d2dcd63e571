namespace HyperVLab.Engine.Tests.Compute;

/// <summary>
/// The tables of pages under docs that the model makes; with HYPERVLAB_UPDATE=1 in the environment they are written
/// there.
/// </summary>
internal static class FiguresPage
{
    private static readonly Lock s_writing = new();

    /// <summary>Holds the table between two marks of the page against what the model gives.</summary>
    public static void Check(string mark, string figures, string name = "live-migration.md")
    {
        (string begin, string end) = ($"<!-- {mark} -->\n", $"<!-- /{mark} -->\n");
        string path = PathOf(name);
        using Lock.Scope writing = s_writing.EnterScope();
        string page = File.ReadAllText(path).ReplaceLineEndings("\n");
        int from = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        int to = page.IndexOf(end, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("HYPERVLAB_UPDATE") == "1")
        {
            File.WriteAllText(path, page[..from] + figures + page[to..]);
            return;
        }

        Assert.Equal(figures, page[from..to]);
    }

    private static string PathOf(string name)
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "HyperVLab.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No HyperVLab.sln above.");
        }

        return Path.Combine(folder, "docs", name);
    }
}
