using System.Globalization;

namespace HyperVLab.Store.Undo;

/// <summary>
/// How one file becomes again what it was when a stretch began: from the log's records of it, in their order. Doing it
/// twice, or again after it was broken off, does the same.
/// </summary>
/// <param name="path">The file's full path.</param>
internal sealed class UndoPlan(string path)
{
    private bool _isNew;
    private bool _hasBegun;
    private long? _copy;
    private long? _length;

    /// <summary>The file's full path.</summary>
    public string Path => path;

    /// <summary>Takes the next record of the file.</summary>
    /// <returns>Whether it tells bytes of the file that was there when the stretch began.</returns>
    public bool Add(UndoRecord record)
    {
        _isNew |= !_hasBegun && record.Kind == UndoKind.Made;
        _hasBegun = true;
        if (_isNew || _copy is not null)
        {
            // Another file of its name.
            return false;
        }

        switch (record.Kind)
        {
            case UndoKind.Touched:
                _length = record.Offset;
                return false;
            case UndoKind.Removed:
                _copy = record.Offset;
                return false;
            default:
                return record.Kind == UndoKind.Written;
        }
    }

    /// <summary>Brings the file back to its place, or takes it away where there was none.</summary>
    /// <param name="folder">The folder of the stretch.</param>
    public void Place(string folder)
    {
        if (_isNew)
        {
            File.Delete(path);
        }
        else if (_copy is { } number)
        {
            string copy = System.IO.Path.Combine(folder, number.ToString(CultureInfo.InvariantCulture));
            if (File.Exists(copy))
            {
                File.Move(copy, path, overwrite: true);
            }
        }
    }

    /// <summary>Gives the file its length again, and makes all of it durable.</summary>
    public void End()
    {
        if (!_isNew && _length is { } length)
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            file.SetLength(length);
            file.Flush(flushToDisk: true);
        }
    }
}
