namespace HyperVLab.Pester.Tests;

/// <summary>The folder through which Invoke-PesterFile.ps1 is told its files and answers their outcomes.</summary>
internal sealed class PesterExchange : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hypervlab-pester-").FullName;

    /// <summary>The script that runs the files of a list.</summary>
    public static string Script { get; } = Path.Combine(Checkout.Root, "Pester", "Shared", "Invoke-PesterFile.ps1");

    /// <summary>Writes a list for the script.</summary>
    /// <param name="files">The full paths of the files.</param>
    /// <returns>The list's path.</returns>
    public string WriteList(IEnumerable<string> files)
    {
        string list = Path.Combine(_folder, $"{Path.GetRandomFileName()}.list");
        File.WriteAllLines(list, files.Select(file => $"{file}|{ResultOf(file)}"));
        return list;
    }

    /// <summary>How a file went.</summary>
    /// <param name="file">Its full path.</param>
    /// <param name="output">What was written besides, for a file without a result.</param>
    public PesterOutcome OutcomeOf(string file, string output)
    {
        string result = ResultOf(file);
        if (!File.Exists(result))
        {
            return new PesterOutcome(false, false, $"PowerShell ended before {file} had a result.\n{output}");
        }

        string text = File.ReadAllText(result);
        return new PesterOutcome(
            text.StartsWith("Passed", StringComparison.Ordinal),
            text.StartsWith("Skipped", StringComparison.Ordinal),
            text);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string ResultOf(string file) =>
        Path.Combine(
            _folder, Path.GetRelativePath(Checkout.Root, file).Replace(Path.DirectorySeparatorChar, '_') + ".txt");
}
