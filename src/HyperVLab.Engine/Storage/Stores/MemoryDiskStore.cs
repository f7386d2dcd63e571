using HyperVLab.Disks;

namespace HyperVLab.Engine.Storage;

/// <summary>Keeps the bytes of virtual disks in memory, for tests and for labs whose disks nobody needs.</summary>
public sealed class MemoryDiskStore : IDiskStore
{
    private readonly Dictionary<DiskLocation, WaitingFile?> _files = [];
    private readonly MemoryDiskStore? _source;

    /// <summary>Makes an empty store.</summary>
    public MemoryDiskStore()
    {
    }

    private MemoryDiskStore(MemoryDiskStore source) => _source = source;

    /// <inheritdoc/>
    public string? Folder => null;

    /// <summary>
    /// A store with the same files, which are copied as they are written. This one must not be used any more but for
    /// further copies, which several threads may use at once.
    /// </summary>
    public MemoryDiskStore Copy() => new(this);

    /// <inheritdoc/>
    public void Create(DiskLocation location, Action<IDiskFile> fill) => _files[location] = new WaitingFile(fill);

    /// <inheritdoc/>
    public IDiskFile Open(DiskLocation location, bool readOnly)
    {
        WaitingFile file = Find(location)
            ?? throw new DiskStoreException($"'{location.Path}' of volume {location.Volume} is not in the store.");
        return readOnly ? new ReadOnlyFile(file.Reading) : file.Content;
    }

    /// <inheritdoc/>
    public void Delete(DiskLocation location) => _files[location] = null;

    /// <inheritdoc/>
    public string? PathOf(DiskLocation location) => null;

    /// <inheritdoc/>
    public void Dispose() => _files.Clear();

    private WaitingFile? Find(DiskLocation location)
    {
        if (!_files.TryGetValue(location, out WaitingFile? file) && _source?.Seen(location) is { } original)
        {
            file = new WaitingFile(original);
            _files.Add(location, file);
        }

        return file;
    }

    // Learns nothing, because several copies ask at once.
    private WaitingFile? Seen(DiskLocation location) =>
        _files.TryGetValue(location, out WaitingFile? file) ? file : _source?.Seen(location);
}
