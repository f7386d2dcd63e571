namespace HyperVLab.Engine.Tests.Storage;

/// <summary>A folder for one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder()
    {
        Root = Path.Combine(System.IO.Path.GetTempPath(), $"hypervlab-{Guid.NewGuid():N}");
        Directory.CreateDirectory(Root);
    }

    public string Root { get; }

    public string At(params string[] names) => Path.Combine([Root, .. names]);

    public IReadOnlyList<string> Files(string below = "") =>
        [.. Directory.EnumerateFiles(At(below), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
