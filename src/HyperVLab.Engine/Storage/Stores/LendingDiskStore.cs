using HyperVLab.Disks;

namespace HyperVLab.Engine.Storage;

/// <summary>
/// A store whose files can be lent to somebody who uses them beside the lab, on other threads. The lab reads a lent
/// file through the same lock, nobody else writes it, and the lab can take it back at any time.
/// </summary>
/// <param name="store">Where the bytes are.</param>
internal sealed class LendingDiskStore(IDiskStore store) : IDiskStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<DiskLocation, List<LentFile>> _lent = [];
    private (List<LentFile> Files, long MaximumLength)? _lending;
    private WriteCountdown? _countdown;
    private long _writesBeside;

    /// <summary>How often somebody made durable what he wrote to a lent file.</summary>
    public long WritesBeside => Interlocked.Read(ref _writesBeside);

    /// <summary>Is called before a file is used, by whoever has something to write to it before.</summary>
    public Action<DiskLocation>? Opening { get; init; }

    /// <inheritdoc/>
    public string? Folder => store.Folder;

    /// <summary>Lends the files of a disk.</summary>
    /// <param name="location">The disk's own file.</param>
    /// <param name="maximumLength">How long that may become.</param>
    /// <param name="open">Opens the disk through this store, its parents too.</param>
    /// <exception cref="DiskStoreException">It is lent already, or cannot be opened.</exception>
    public VirtualDisk Lend(DiskLocation location, long maximumLength, Func<VirtualDisk> open)
    {
        var files = new List<LentFile>();
        lock (_lock)
        {
            if (_lent.TryGetValue(location, out List<LentFile>? before) && before.Exists(file => !file.IsClosed))
            {
                throw new DiskStoreException($"'{location.Path}' is open already.");
            }

            _lent[location] = files;
        }

        _lending = (files, maximumLength);
        try
        {
            return open();
        }
        catch
        {
            TakeBack(location);
            throw;
        }
        finally
        {
            _lending = null;
        }
    }

    /// <summary>Closes the files of a disk that was lent, whoever is at them; else does nothing.</summary>
    public void TakeBack(DiskLocation location)
    {
        List<LentFile>? files;
        lock (_lock)
        {
            _lent.Remove(location, out files);
        }

        files?.ForEach(static file => file.Dispose());
    }

    /// <summary>Does something in place of a write to any file that is opened from now on.</summary>
    /// <param name="writes">Which write, from 1.</param>
    /// <param name="act">What it does.</param>
    public void CountDown(int writes, Action act) => _countdown = new WriteCountdown(writes, act);

    /// <inheritdoc/>
    public void Create(DiskLocation location, Action<IDiskFile> fill)
    {
        TakeBack(location);
        store.Create(
            location, _countdown is { } countdown ? file => fill(new CountedFile(file, countdown)) : fill);
    }

    /// <inheritdoc/>
    public IDiskFile Open(DiskLocation location, bool readOnly)
    {
        Opening?.Invoke(location);
        if (_lending is { } lending)
        {
            var file = new LentFile(location, OpenCounted(location, readOnly), lending.MaximumLength)
            {
                Flushed = () => Interlocked.Increment(ref _writesBeside),
            };
            lending.Files.Add(file);
            return file;
        }

        if (Writable(location) is not { } lent)
        {
            return OpenCounted(location, readOnly);
        }

        return readOnly
            ? new LentFileReader(lent)
            : throw new DiskStoreException($"'{location.Path}' is in use beside the lab.");
    }

    /// <inheritdoc/>
    public void Delete(DiskLocation location)
    {
        TakeBack(location);
        store.Delete(location);
    }

    /// <inheritdoc/>
    public string? PathOf(DiskLocation location)
    {
        Opening?.Invoke(location);
        return store.PathOf(location);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        DiskLocation[] lent;
        lock (_lock)
        {
            lent = [.. _lent.Keys.OrderBy(static location => location.Volume)];
        }

        foreach (DiskLocation location in lent)
        {
            TakeBack(location);
        }

        store.Dispose();
    }

    private IDiskFile OpenCounted(DiskLocation location, bool readOnly)
    {
        IDiskFile file = store.Open(location, readOnly);
        return !readOnly && _countdown is { } countdown ? new CountedFile(file, countdown) : file;
    }

    private LentFile? Writable(DiskLocation location)
    {
        lock (_lock)
        {
            return _lent.TryGetValue(location, out List<LentFile>? files)
                ? files.Find(file => file is { IsClosed: false, IsReadOnly: false } && file.Location == location)
                : null;
        }
    }
}
