using HyperVLab.Disks;

namespace HyperVLab.Engine.Storage;

/// <summary>
/// A file that is used beside the lab: safe for several threads, never longer than its volume has room for, and closed
/// for all when it is disposed.
/// </summary>
/// <param name="location">Where the lab has it.</param>
/// <param name="file">The file.</param>
/// <param name="maximumLength">How long it may become, in bytes.</param>
internal sealed class LentFile(DiskLocation location, IDiskFile file, long maximumLength) : IDiskFile
{
    // ERROR_DISK_FULL: what a host says whose volume is full.
    private const int DiskFull = unchecked((int)0x80070070);

    private readonly Lock _lock = new();
    private volatile bool _isClosed;
    private bool _isChanged;

    /// <summary>Is told that what was written is durable.</summary>
    public Action? Flushed { get; init; }

    /// <summary>Where the lab has it.</summary>
    public DiskLocation Location => location;

    /// <summary>Whether it was closed.</summary>
    public bool IsClosed => _isClosed;

    /// <inheritdoc/>
    public bool IsReadOnly { get; } = file.IsReadOnly;

    /// <inheritdoc/>
    public long Length => Use(() => file.Length);

    /// <summary>Keeps other threads from the file until <see cref="LetGo"/>.</summary>
    public void Hold() => _lock.Enter();

    /// <summary>Ends what <see cref="Hold"/> began, on the same thread.</summary>
    public void LetGo() => _lock.Exit();

    /// <inheritdoc/>
    public void Read(long offset, Span<byte> buffer)
    {
        lock (_lock)
        {
            DemandOpen();
            file.Read(offset, buffer);
        }
    }

    /// <inheritdoc/>
    public void Write(long offset, ReadOnlySpan<byte> data)
    {
        lock (_lock)
        {
            DemandOpen();
            DemandRoom(offset + data.Length);
            file.Write(offset, data);
            _isChanged = true;
        }
    }

    /// <inheritdoc/>
    public void SetLength(long length) => Use(() =>
    {
        DemandRoom(length);
        file.SetLength(length);
        return _isChanged = true;
    });

    /// <inheritdoc/>
    public void PunchHole(long offset, long count) => Use(() =>
    {
        file.PunchHole(offset, count);
        return _isChanged = true;
    });

    /// <inheritdoc/>
    public void Flush() => Use(() =>
    {
        file.Flush();
        Tell();
        return true;
    });

    /// <inheritdoc/>
    public ByteRange? NextData(long offset) => Use(() => file.NextData(offset));

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            if (!_isClosed)
            {
                _isClosed = true;
                file.Dispose();
                Tell();
            }
        }
    }

    private void Tell()
    {
        if (_isChanged)
        {
            _isChanged = false;
            Flushed?.Invoke();
        }
    }

    private T Use<T>(Func<T> use)
    {
        lock (_lock)
        {
            DemandOpen();
            return use();
        }
    }

    private void DemandOpen()
    {
        if (_isClosed)
        {
            throw new IOException($"'{location.Path}' was taken back by the lab.");
        }
    }

    private void DemandRoom(long length)
    {
        if (length > maximumLength && length > file.Length)
        {
            throw new IOException($"The volume of '{location.Path}' has no room for more.", DiskFull);
        }
    }
}
