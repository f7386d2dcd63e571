namespace HyperVLab.Disks.Vhdx;

/// <summary>
/// Pages of 4 KiB of a file's tables and bitmaps: a bounded number of clean ones, and those that wait to be written.
/// </summary>
internal sealed class VhdxPages(IDiskFile file)
{
    private const int CachedPages = 4096;

    private readonly Dictionary<long, byte[]> _pages = [];
    private readonly SortedSet<long> _dirty = [];
    private long _lastOffset = -1;
    private byte[] _last = [];

    /// <summary>Where the pages stand that wait to be written, rising.</summary>
    public IReadOnlyCollection<long> Dirty => _dirty;

    /// <summary>The bytes of the page that starts at an offset; not to be changed.</summary>
    public byte[] Read(long offset)
    {
        if (offset == _lastOffset)
        {
            return _last;
        }

        if (!_pages.TryGetValue(offset, out var page))
        {
            MakeRoom();
            page = new byte[VhdxLimits.PageBytes];
            file.Read(offset, page);
            _pages.Add(offset, page);
        }

        (_lastOffset, _last) = (offset, page);
        return page;
    }

    /// <summary>The bytes of a page that the caller changes.</summary>
    public byte[] Change(long offset)
    {
        var page = Read(offset);
        _dirty.Add(offset);
        return page;
    }

    /// <summary>Overwrites bytes anywhere.</summary>
    public void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var within = (int)(offset % VhdxLimits.PageBytes);
            var part = bytes[..Math.Min(bytes.Length, VhdxLimits.PageBytes - within)];
            part.CopyTo(Change(offset - within).AsSpan(within));
            offset += part.Length;
            bytes = bytes[part.Length..];
        }
    }

    /// <summary>Says that all pages were written.</summary>
    public void Clean() => _dirty.Clear();

    /// <summary>Forgets pages of a range whose bytes in the file were changed past us.</summary>
    public void Forget(long offset, long end)
    {
        foreach (var page in _pages.Keys.Where(page => page >= offset && page < end).ToList())
        {
            _pages.Remove(page);
            _dirty.Remove(page);
        }

        _lastOffset = -1;
    }

    /// <summary>Finds where the file or a waiting page next says something.</summary>
    /// <returns>The first byte at or after the offset that may not be zero, or the end.</returns>
    public long NextData(long offset, long end)
    {
        var next = Math.Min(end, Math.Max(offset, file.NextData(offset)?.Offset ?? end));
        var page = _dirty.GetViewBetween(offset / VhdxLimits.PageBytes * VhdxLimits.PageBytes, long.MaxValue).Min;
        return page == 0 ? next : Math.Min(next, Math.Max(offset, page));
    }

    private void MakeRoom()
    {
        if (_pages.Count < CachedPages)
        {
            return;
        }

        foreach (var offset in _pages.Keys.Where(offset => !_dirty.Contains(offset)).ToList())
        {
            _pages.Remove(offset);
        }
    }
}
