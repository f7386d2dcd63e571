namespace HyperVLab.Engine.Storage;

/// <summary>
/// Where the bytes of a lab's files are: a folder, or memory. The lab's tables say which files exist; the store only keeps
/// what is in them.
/// </summary>
public interface IDiskStore : IDisposable
{
}
