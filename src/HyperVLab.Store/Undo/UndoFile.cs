using HyperVLab.Disks;

namespace HyperVLab.Store.Undo;

/// <summary>
/// A file whose changes can be undone. They are durable when it is closed, since an image counts on them from then on.
/// </summary>
/// <param name="log">Where what it was is taken down.</param>
/// <param name="path">Its full path.</param>
/// <param name="file">The file; disposed with this.</param>
internal sealed class UndoFile(UndoLog log, string path, IDiskFile file) : IDiskFile
{
    private bool _isFlushed = true;

    /// <inheritdoc/>
    public long Length => file.Length;

    /// <inheritdoc/>
    public bool IsReadOnly => file.IsReadOnly;

    /// <inheritdoc/>
    public bool IsConcurrent => file.IsConcurrent;

    /// <inheritdoc/>
    public void Read(long offset, Span<byte> buffer) => file.Read(offset, buffer);

    /// <inheritdoc/>
    public void Write(long offset, ReadOnlySpan<byte> data)
    {
        Change(offset, data.Length);
        file.Write(offset, data);
        log.AfterChange();
    }

    /// <inheritdoc/>
    public void SetLength(long length)
    {
        Change(length, Math.Max(0, file.Length - length));
        file.SetLength(length);
        log.AfterChange();
    }

    /// <inheritdoc/>
    public void Flush()
    {
        file.Flush();
        _isFlushed = true;
    }

    /// <inheritdoc/>
    public void CopyRange(long offset, IDiskFile target, long targetOffset, long count) =>
        file.CopyRange(offset, target, targetOffset, count);

    /// <inheritdoc/>
    public void PunchHole(long offset, long count)
    {
        Change(offset, count);
        file.PunchHole(offset, count);
        log.AfterChange();
    }

    /// <inheritdoc/>
    public ByteRange? NextData(long offset) => file.NextData(offset);

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            if (!_isFlushed)
            {
                Flush();
            }
        }
        finally
        {
            file.Dispose();
        }
    }

    private void Change(long offset, long count)
    {
        log.BeforeChange(path, file, offset, count);
        _isFlushed = false;
    }
}
