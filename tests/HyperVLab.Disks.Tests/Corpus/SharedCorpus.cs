namespace HyperVLab.Disks.Tests.Corpus;

/// <summary>The corpus of good, odd and bad VHDs beside the repository, unpacked for the time of the tests.</summary>
public sealed class SharedCorpus : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string? _unpackProblem;

    public SharedCorpus()
    {
        if (Folder is not null && Find("tar") && Find("xz"))
        {
            var (code, _, error) = Tools.Run(
                "tar", "xJf", Path.Combine(Folder, "generated-vhd-corpus.tar.xz"), "-C", _folder.Path);
            _unpackProblem = code == 0 ? null : $"tar could not unpack the corpus: {error}";
        }
        else
        {
            _unpackProblem = "The corpus shared/disks/corpus, or tar or xz to unpack it, is not on this computer.";
        }
    }

    /// <summary>The folder of the corpus, or null if there is none above this one.</summary>
    public static string? Folder { get; } = Above(AppContext.BaseDirectory)
        .Select(folder => Path.Combine(folder, "shared", "disks", "corpus"))
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "INDEX.tsv")));

    /// <summary>Name, expectation and SHA-256 of every file; one row of nothing if there is no corpus.</summary>
    public static IEnumerable<TheoryDataRow<string, string, string>> Rows(Func<string, bool> wanted)
    {
        if (Folder is null)
        {
            return [new("(no corpus)", "", "")];
        }

        return File.ReadLines(Path.Combine(Folder, "INDEX.tsv")).Skip(1).Select(line => line.Split('\t'))
            .Where(cells => wanted(cells[2]))
            .Select(cells => new TheoryDataRow<string, string, string>(cells[0], cells[2], cells[3]));
    }

    /// <summary>Where the unpacked files are; skips the test if they are not.</summary>
    public string Need()
    {
        Assert.SkipWhen(_unpackProblem is not null, _unpackProblem ?? "");
        return _folder.Path;
    }

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<string> Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }

    private static bool Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));
}
