namespace HyperVLab.Disks;

/// <summary>A file in memory that keeps only the pages that hold data, so a large empty disk costs nothing.</summary>
public sealed class MemoryDiskFile : IDiskFile
{
    private const int PageBytes = 16 * 1024;

    private readonly Dictionary<long, byte[]> _pages = [];
    private readonly SortedSet<long> _order = [];

    /// <inheritdoc/>
    public long Length { get; private set; }

    /// <inheritdoc/>
    public bool IsReadOnly { get; init; }

    /// <summary>How many bytes of memory the pages take.</summary>
    public long AllocatedBytes => _pages.Count * (long)PageBytes;

    /// <summary>Makes a file of given bytes.</summary>
    /// <param name="content">What it holds.</param>
    /// <returns>The file.</returns>
    public static MemoryDiskFile FromBytes(ReadOnlySpan<byte> content)
    {
        var file = new MemoryDiskFile();
        file.Write(0, content);
        return file;
    }

    /// <summary>Copies the file.</summary>
    /// <returns>A file that shares nothing with this one.</returns>
    public MemoryDiskFile Clone()
    {
        var copy = new MemoryDiskFile();
        copy.SetLength(Length);
        foreach (var page in _order)
        {
            copy._pages.Add(page, (byte[])_pages[page].Clone());
            copy._order.Add(page);
        }

        return copy;
    }

    /// <inheritdoc/>
    public void Read(long offset, Span<byte> buffer)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        if (offset > Length - buffer.Length)
        {
            throw new EndOfStreamException($"The file ends at {Length}, before {offset} + {buffer.Length}.");
        }

        while (!buffer.IsEmpty)
        {
            var within = (int)(offset % PageBytes);
            var part = buffer[..Math.Min(buffer.Length, PageBytes - within)];
            if (_pages.TryGetValue(offset / PageBytes, out var page))
            {
                page.AsSpan(within, part.Length).CopyTo(part);
            }
            else
            {
                part.Clear();
            }

            offset += part.Length;
            buffer = buffer[part.Length..];
        }
    }

    /// <inheritdoc/>
    public void Write(long offset, ReadOnlySpan<byte> data)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ThrowIfReadOnly();
        Length = Math.Max(Length, checked(offset + data.Length));
        while (!data.IsEmpty)
        {
            var within = (int)(offset % PageBytes);
            var part = data[..Math.Min(data.Length, PageBytes - within)];
            if (PageFor(offset / PageBytes, part) is { } page)
            {
                part.CopyTo(page.AsSpan(within));
            }

            offset += part.Length;
            data = data[part.Length..];
        }
    }

    /// <inheritdoc/>
    public void SetLength(long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ThrowIfReadOnly();
        var first = (length + PageBytes - 1) / PageBytes;
        while (_order.Count > 0 && _order.Max >= first)
        {
            _pages.Remove(_order.Max);
            _order.Remove(_order.Max);
        }

        if (length < Length && _pages.TryGetValue(length / PageBytes, out var cut))
        {
            cut.AsSpan((int)(length % PageBytes)).Clear();
        }

        Length = length;
    }

    /// <inheritdoc/>
    public void Flush()
    {
    }

    /// <inheritdoc/>
    public void PunchHole(long offset, long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ThrowIfReadOnly();
        var end = Math.Min(Length, offset + count);
        if (offset >= end)
        {
            return;
        }

        foreach (var page in _order.GetViewBetween(offset / PageBytes, (end - 1) / PageBytes).ToArray())
        {
            var first = (int)Math.Max(0, offset - (page * PageBytes));
            var last = (int)Math.Min(PageBytes, end - (page * PageBytes));
            if (last - first < PageBytes)
            {
                _pages[page].AsSpan(first..last).Clear();
                continue;
            }

            _pages.Remove(page);
            _order.Remove(page);
        }
    }

    /// <inheritdoc/>
    public ByteRange? NextData(long offset)
    {
        var view = _order.GetViewBetween(offset / PageBytes, long.MaxValue);
        if (offset >= Length || view.Count == 0)
        {
            return null;
        }

        var page = view.Min;
        var start = Math.Max(offset, page * PageBytes);
        while (_pages.ContainsKey(page + 1))
        {
            page++;
        }

        return new ByteRange(start, Math.Min(Length, (page + 1) * PageBytes) - start);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private byte[]? PageFor(long number, ReadOnlySpan<byte> data)
    {
        if (!_pages.TryGetValue(number, out var page) && data.ContainsAnyExcept((byte)0))
        {
            page = new byte[PageBytes];
            _pages.Add(number, page);
            _order.Add(number);
        }

        return page;
    }

    private void ThrowIfReadOnly()
    {
        if (IsReadOnly)
        {
            throw new NotSupportedException("The file is open for reading only.");
        }
    }
}
