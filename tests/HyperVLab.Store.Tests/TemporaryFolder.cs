namespace HyperVLab.Store.Tests;

/// <summary>A folder that is gone at the end of a test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("hypervlab-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
