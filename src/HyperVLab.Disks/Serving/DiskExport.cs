using System.Text;

namespace HyperVLab.Disks.Serving;

/// <summary>
/// A virtual disk that several clients use at once: one lock lets one of them at it at a time. Once it is exported,
/// use the disk only through <see cref="Use{T}"/>.
/// </summary>
public sealed class DiskExport : IDisposable
{
    private readonly Lock _lock = new();
    private readonly VirtualDisk _disk;
    private bool _isDisposed;

    /// <summary>Makes an export.</summary>
    /// <param name="disk">The disk; the export disposes it.</param>
    /// <param name="name">The name by which clients ask for it; they may also ask for no name.</param>
    /// <param name="isReadOnly">Whether changes are refused; always so if the disk is read-only.</param>
    /// <exception cref="ArgumentException">The name is longer than 4096 bytes or has a NUL.</exception>
    public DiskExport(VirtualDisk disk, string name = "", bool isReadOnly = false)
    {
        ArgumentNullException.ThrowIfNull(disk);
        if (name.Contains('\0', StringComparison.Ordinal)
            || Encoding.UTF8.GetByteCount(name) > NbdLimits.MaximumStringBytes)
        {
            throw new ArgumentException("An export's name has up to 4096 bytes, none of them NUL.", nameof(name));
        }

        _disk = disk;
        Name = name;
        IsReadOnly = isReadOnly || disk.IsReadOnly;
        SizeBytes = disk.SizeBytes;
    }

    /// <summary>The name by which clients ask for it.</summary>
    public string Name { get; }

    /// <summary>Whether changes are refused.</summary>
    public bool IsReadOnly { get; }

    /// <summary>The size that clients see, in bytes.</summary>
    public long SizeBytes { get; }

    /// <summary>Whether a client has changed the disk, or tried to.</summary>
    public bool WasChanged { get; private set; }

    /// <summary>Does something with the disk while no client is at it.</summary>
    /// <typeparam name="T">What comes out.</typeparam>
    /// <param name="use">What to do; it keeps the clients waiting, and must not dispose the disk.</param>
    /// <returns>What came out.</returns>
    /// <exception cref="ObjectDisposedException">The disk is not exported any more.</exception>
    public T Use<T>(Func<VirtualDisk, T> use)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return use(_disk);
        }
    }

    /// <summary>Flushes and closes the disk.</summary>
    /// <exception cref="IOException">What was written last could not be made durable.</exception>
    public void Dispose()
    {
        lock (_lock)
        {
            if (!_isDisposed)
            {
                _isDisposed = true;
                _disk.Dispose();
            }
        }
    }

    internal void Read(long offset, Span<byte> buffer)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _disk.Read(offset, buffer);
        }
    }

    internal void Write(long offset, ReadOnlySpan<byte> data)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            WasChanged = true;
            _disk.Write(offset, data);
        }
    }

    internal void WriteZeroes(long offset, long length)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            WasChanged = true;
            _disk.WriteZeroes(offset, length);
        }
    }

    // What a parent holds stays: to hide it would take room, which is not what a client wants that gives room back.
    internal void Trim(long offset, long length)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            WasChanged = true;
            var own = _disk.Extents(offset, length).Where(extent => extent is { Depth: 0, IsZero: false })
                .Take(NbdLimits.MaximumExtents).Select(extent => new ByteRange(extent.Offset, extent.Length)).ToList();
            foreach (var range in own)
            {
                _disk.WriteZeroes(range.Offset, range.Length);
            }
        }
    }

    internal void Flush()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _disk.Flush();
        }
    }

    internal bool IsZero(long offset, long length)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return length == 0 || _disk.Extents(offset, length).All(extent => extent.IsZero);
        }
    }

    // Neighbours that are alike are one; the list may end before the range does, but is never empty.
    internal List<ExportRange> Ranges(long offset, long length, int most)
    {
        var ranges = new List<ExportRange>();
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            foreach (var extent in _disk.Extents(offset, length).Take(NbdLimits.MaximumExtents))
            {
                if (ranges.Count > 0 && ranges[^1].IsZero == extent.IsZero)
                {
                    ranges[^1] = ranges[^1] with { Length = extent.End - ranges[^1].Offset };
                }
                else if (ranges.Count == most)
                {
                    break;
                }
                else
                {
                    ranges.Add(new ExportRange(extent.Offset, extent.Length, extent.IsZero));
                }
            }
        }

        return ranges;
    }
}
