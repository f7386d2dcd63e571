using HyperVLab.Disks;

namespace HyperVLab.Engine.Storage;

/// <summary>
/// Keeps each virtual disk as a file in a folder of this computer: <c>volumes/(number)/(path)</c>. Nothing outside the
/// folder is read or written, whatever paths a lab file names.
/// </summary>
public sealed class FolderDiskStore : IDiskStore
{
    // No name of the lab ends so: StoreNames escapes the sign.
    private const string Unfinished = "%part";

    private readonly Dictionary<DiskLocation, string> _files = [];
    private readonly Dictionary<DiskLocation, WaitingFile> _waiting = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly string _root;

    private readonly IFileKeeper? _keeper;

    /// <summary>Takes a folder, which is made when the first file is.</summary>
    /// <param name="folder">Where on this computer; it belongs to this store alone.</param>
    /// <param name="keeper">Is told what happens to files before it does; null for nobody.</param>
    public FolderDiskStore(string folder, IFileKeeper? keeper = null) =>
        (_root, _keeper) = (Path.GetFullPath(folder), keeper);

    /// <inheritdoc/>
    public string? Folder => _root;

    /// <summary>
    /// Whether new files wait in memory until somebody uses them after this was set back, as a preset's do.
    /// </summary>
    public bool IsDeferring { get; set; }

    /// <summary>The files that are in the folder, by place.</summary>
    public IReadOnlyList<PlacedFile> Files =>
        [.. _files
            .Select(file => new PlacedFile(file.Key, Path.GetRelativePath(_root, file.Value).Replace('\\', '/')))
            .OrderBy(static file => file.Place, StringComparer.Ordinal)];

    /// <summary>Takes over files that an earlier store left in the folder.</summary>
    /// <exception cref="InvalidDataException">One lies outside the folder, comes twice, or is not there.</exception>
    public void Adopt(IEnumerable<PlacedFile> files)
    {
        foreach (PlacedFile file in files)
        {
            string path = Path.GetFullPath(Path.Combine(_root, file.Place));
            if (!path.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                || !_files.TryAdd(file.Location, path) || !_taken.Add(Fold(path)))
            {
                throw new InvalidDataException($"The place '{file.Place}' comes twice or is not in the lab's folder.");
            }

            if (!File.Exists(path))
            {
                throw new InvalidDataException($"The file {path} is missing.");
            }
        }
    }

    /// <summary>Makes the files that wait for their first use.</summary>
    /// <exception cref="DiskStoreException">This computer refused.</exception>
    public void MakeWaiting()
    {
        IEnumerable<DiskLocation> waiting = _waiting.Keys
            .OrderBy(static one => one.Volume).ThenBy(static one => one.Path, StringComparer.OrdinalIgnoreCase);
        foreach (DiskLocation location in waiting.ToArray())
        {
            PathOf(location);
        }
    }

    /// <inheritdoc/>
    public void Create(DiskLocation location, Action<IDiskFile> fill)
    {
        Delete(location);
        if (IsDeferring)
        {
            _waiting.Add(location, new WaitingFile(fill));
        }
        else
        {
            Make(location, fill);
        }
    }

    /// <inheritdoc/>
    public IDiskFile Open(DiskLocation location, bool readOnly)
    {
        if (IsDeferring && _waiting.TryGetValue(location, out WaitingFile? waiting))
        {
            return readOnly ? new ReadOnlyFile(waiting.Content) : waiting.Content;
        }

        string path = PathOf(location)!;
        return DiskStoreException.Guard(() =>
        {
            IDiskFile file = FileDiskFile.Open(path, readOnly);
            return readOnly || _keeper is null ? file : _keeper.Opened(path, file);
        });
    }

    /// <inheritdoc/>
    public void Delete(DiskLocation location)
    {
        _waiting.Remove(location);
        if (_files.Remove(location, out string? path))
        {
            _taken.Remove(Fold(path));
            if (_keeper?.Removing(path) != true)
            {
                Discard(path);
            }
        }
    }

    /// <inheritdoc/>
    public string? PathOf(DiskLocation location)
    {
        if (_waiting.TryGetValue(location, out WaitingFile? waiting))
        {
            Make(location, file => waiting.Content.CopyDataTo(file));
            _waiting.Remove(location);
        }

        return _files.TryGetValue(location, out string? path)
            ? path
            : throw new DiskStoreException($"'{location.Path}' of volume {location.Volume} is not in {_root}.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _waiting.Clear();
        _files.Clear();
        _taken.Clear();
    }

    private void Make(DiskLocation location, Action<IDiskFile> fill)
    {
        string path = PlaceFor(location);
        string part = path + Unfinished;
        try
        {
            DiskStoreException.Guard(() =>
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.Delete(part);
                using (FileDiskFile file = FileDiskFile.CreateNew(part))
                {
                    // Nobody finds it before it is whole, so it need be made durable only once.
                    fill(new BorrowedDiskFile(file, flushes: false));
                    file.Flush();
                }

                _keeper?.Making(path);

                // Whoever kills this process leaves no disk that is half made.
                File.Move(part, path, overwrite: true);
                return true;
            });
        }
        catch (DiskStoreException)
        {
            Discard(part);
            throw;
        }

        _files.Add(location, path);
        _taken.Add(Fold(path));
    }

    private string PlaceFor(DiskLocation location)
    {
        string path = Path.GetFullPath(Path.Combine(_root, StoreNames.Of(location)));
        string place = path;

        // Some systems fold more than case, so two names of the lab may be one name to them.
        for (int number = 2; _taken.Contains(Fold(place)); number++)
        {
            place = $"{path}%{number}";
        }

        return place;
    }

    private static string Fold(string path) => path.Normalize().ToUpperInvariant();

    private static void Discard(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // What stays is rubbish that no table names.
        }
    }
}
