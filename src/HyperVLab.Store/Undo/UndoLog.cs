using System.Globalization;
using HyperVLab.Disks;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Store.Undo;

/// <summary>
/// Takes down what the files of a lab's folder were when the last image of the lab was taken, before they change: the
/// image and the files then fit each other again, whatever was being written when the process died.
/// </summary>
/// <remarks>
/// Each image begins a stretch with a log of its own, <c>undo/(number)/log</c>. What stands in the log is durable
/// before the file changes.
/// </remarks>
internal sealed class UndoLog : IFileKeeper, IDisposable
{
    /// <summary>The name of the folder of the logs.</summary>
    public const string FolderName = "undo";

    /// <summary>The name of a log in its stretch's folder.</summary>
    public const string LogName = "log";

    private readonly Lock _lock = new();
    private readonly string _root;
    private readonly KeepingSettings _settings;
    private Dictionary<string, UndoneFile> _files = new(StringComparer.Ordinal);
    private FileStream? _log;
    private string _folder = string.Empty;
    private int _removed;

    /// <summary>Takes a lab's folder.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="settings">How the lab is kept.</param>
    public UndoLog(string root, KeepingSettings settings) => (_root, _settings) = (Path.GetFullPath(root), settings);

    /// <summary>How long the log of this stretch is, in bytes.</summary>
    public long Length { get; private set; }

    /// <summary>Begins a stretch: from now on files are as they are with the image of that number.</summary>
    public void Begin(long number)
    {
        lock (_lock)
        {
            string folder = FolderOf(_root, number);
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            Directory.CreateDirectory(folder);
            FileStream log = new(
                Path.Combine(folder, LogName), FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
            _settings.BetweenWrites?.Invoke(true);
            _log?.Dispose();
            (_log, _folder, _files, _removed, Length) = (log, folder, new(StringComparer.Ordinal), 0, 0);
        }
    }

    /// <summary>The folder of a stretch.</summary>
    public static string FolderOf(string root, long number) =>
        Path.Combine(root, FolderName, number.ToString("D10", CultureInfo.InvariantCulture));

    /// <summary>Forgets the stretches up to that of an image, which nothing leads back to any more.</summary>
    public static void Forget(string root, long number)
    {
        string folder = FolderOf(root, number);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <inheritdoc/>
    public void Making(string path)
    {
        lock (_lock)
        {
            if (_files.TryAdd(path, UndoneFile.New))
            {
                Append(new UndoRecord(UndoKind.Made, PlaceOf(path), 0, 0, default));
            }
        }
    }

    /// <inheritdoc/>
    public bool Removing(string path)
    {
        lock (_lock)
        {
            if (_files.TryGetValue(path, out UndoneFile? file) && file.IsNew)
            {
                return false;
            }

            int number = ++_removed;
            Append(new UndoRecord(UndoKind.Removed, PlaceOf(path), number, 0, default));
            File.Move(path, Path.Combine(_folder, number.ToString(CultureInfo.InvariantCulture)));
            _files[path] = UndoneFile.New;
            _settings.BetweenWrites?.Invoke(true);
            return true;
        }
    }

    /// <inheritdoc/>
    public IDiskFile Opened(string path, IDiskFile file) => new UndoFile(this, path, file);

    /// <summary>Takes down what a range of a file is, as far as that is not known.</summary>
    /// <param name="path">The file's full path.</param>
    /// <param name="file">The file.</param>
    /// <param name="offset">Where the range begins.</param>
    /// <param name="count">How many bytes; 0 where only the length changes.</param>
    public void BeforeChange(string path, IDiskFile file, long offset, long count)
    {
        lock (_lock)
        {
            if (!_files.TryGetValue(path, out UndoneFile? known))
            {
                known = new UndoneFile(file.Length);
                Append(new UndoRecord(UndoKind.Touched, PlaceOf(path), known.Length, 0, default));
                _files.Add(path, known);
            }

            foreach (ByteRange range in known.TakeMissing(offset, count))
            {
                Append(Read(path, file, range));
            }
        }
    }

    /// <summary>A change that was taken down has been made.</summary>
    public void AfterChange() => _settings.BetweenWrites?.Invoke(true);

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _log?.Dispose();
            _log = null;
        }
    }

    private UndoRecord Read(string path, IDiskFile file, ByteRange range)
    {
        byte[] bytes = [];
        if (file.NextData(range.Offset) is { } data && data.Offset < range.End)
        {
            bytes = new byte[range.Length];
            file.Read(range.Offset, bytes);
        }

        return new UndoRecord(UndoKind.Written, PlaceOf(path), range.Offset, range.Length, bytes);
    }

    private void Append(UndoRecord record)
    {
        FileStream log = _log ?? throw new IOException("The lab is closed.");
        byte[] bytes = record.ToBytes();
        _settings.BetweenWrites?.Invoke(true);
        log.Write(bytes);
        log.Flush(flushToDisk: _settings.IsDurable);
        Length += bytes.Length;
        _settings.BetweenWrites?.Invoke(true);
    }

    private string PlaceOf(string path) => Path.GetRelativePath(_root, path).Replace('\\', '/');
}
