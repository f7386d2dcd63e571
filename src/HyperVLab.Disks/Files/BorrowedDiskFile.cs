namespace HyperVLab.Disks;

/// <summary>A file that somebody else keeps open: a disk over it can be disposed, and the file stays.</summary>
/// <param name="inner">The file.</param>
/// <param name="readOnly">Whether writing is refused here, whatever the file allows.</param>
/// <param name="flushes">Whether a flush here makes it durable; otherwise who lends it does that.</param>
public sealed class BorrowedDiskFile(IDiskFile inner, bool readOnly = false, bool flushes = true) : IDiskFile
{
    /// <summary>The file that is lent.</summary>
    public IDiskFile Inner => inner;

    /// <inheritdoc/>
    public long Length => inner.Length;

    /// <inheritdoc/>
    public bool IsReadOnly => readOnly || inner.IsReadOnly;

    /// <inheritdoc/>
    public bool IsConcurrent => inner.IsConcurrent;

    /// <summary>The file that is behind any number of loans.</summary>
    public static IDiskFile Behind(IDiskFile file)
    {
        while (file is BorrowedDiskFile borrowed)
        {
            file = borrowed.Inner;
        }

        return file;
    }

    /// <inheritdoc/>
    public void Read(long offset, Span<byte> buffer) => inner.Read(offset, buffer);

    /// <inheritdoc/>
    public void Write(long offset, ReadOnlySpan<byte> data) => Writable().Write(offset, data);

    /// <inheritdoc/>
    public void SetLength(long length) => Writable().SetLength(length);

    /// <inheritdoc/>
    public void Flush()
    {
        if (flushes && !IsReadOnly)
        {
            inner.Flush();
        }
    }

    /// <inheritdoc/>
    public void CopyRange(long offset, IDiskFile target, long targetOffset, long count)
        => inner.CopyRange(offset, target, targetOffset, count);

    /// <inheritdoc/>
    public void PunchHole(long offset, long count) => Writable().PunchHole(offset, count);

    /// <inheritdoc/>
    public ByteRange? NextData(long offset) => inner.NextData(offset);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private IDiskFile Writable()
        => IsReadOnly ? throw new NotSupportedException("The file is open for reading only.") : inner;
}
