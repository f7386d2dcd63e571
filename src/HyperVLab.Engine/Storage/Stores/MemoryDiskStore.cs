using HyperVLab.Disks;

namespace HyperVLab.Engine.Storage;

/// <summary>Keeps the bytes of virtual disks in memory, for tests and for labs whose disks nobody needs.</summary>
public sealed class MemoryDiskStore : IDiskStore
{
    private readonly Dictionary<DiskLocation, WaitingFile> _files = [];

    /// <inheritdoc/>
    public string? Folder => null;

    /// <inheritdoc/>
    public void Create(DiskLocation location, Action<IDiskFile> fill) => _files[location] = new WaitingFile(fill);

    /// <inheritdoc/>
    public IDiskFile Open(DiskLocation location, bool readOnly)
    {
        if (!_files.TryGetValue(location, out WaitingFile? file))
        {
            throw new DiskStoreException($"'{location.Path}' of volume {location.Volume} is not in the store.");
        }

        return readOnly ? new ReadOnlyFile(file.Content) : file.Content;
    }

    /// <inheritdoc/>
    public void Delete(DiskLocation location) => _files.Remove(location);

    /// <inheritdoc/>
    public string? PathOf(DiskLocation location) => null;

    /// <inheritdoc/>
    public void Dispose() => _files.Clear();
}
