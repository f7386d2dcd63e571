namespace HyperVLab.Disks.Vhdx;

/// <summary>Which megabytes of a file are used: a bit for each, in pages that exist only where one is set.</summary>
internal sealed class VhdxSpace
{
    private const int UnitsPerPage = 32 * 1024;

    private readonly Dictionary<long, byte[]> _pages = [];

    /// <summary>The first byte after everything that is used.</summary>
    public long End { get; private set; }

    /// <summary>Marks a range as used.</summary>
    /// <param name="offset">Where it starts, a multiple of 1 MB.</param>
    /// <param name="lengthBytes">How long it is, a multiple of 1 MB.</param>
    /// <returns>Whether all of it was unused until now; if not, nothing is marked.</returns>
    public bool Take(long offset, long lengthBytes)
    {
        for (var unit = offset / VhdxLimits.AlignmentBytes; unit < (offset + lengthBytes) / VhdxLimits.AlignmentBytes;)
        {
            var count = CountInPage(unit, offset + lengthBytes);
            if (_pages.TryGetValue(unit / UnitsPerPage, out var page))
            {
                var first = (int)(unit % UnitsPerPage);
                if (VhdxBits.Run(page, first, first + count, out var used) < count || used)
                {
                    return false;
                }
            }

            unit += count;
        }

        Put(offset, lengthBytes, used: true);
        End = Math.Max(End, offset + lengthBytes);
        return true;
    }

    /// <summary>Marks a range as unused.</summary>
    public void Release(long offset, long lengthBytes) => Put(offset, lengthBytes, used: false);

    /// <summary>Finds unused bytes before <see cref="End"/>.</summary>
    /// <param name="from">Where to start looking.</param>
    /// <param name="lengthBytes">How many bytes, a multiple of 1 MB.</param>
    /// <returns>Where they start, or null.</returns>
    public long? FindGap(long from, long lengthBytes)
    {
        var unit = from / VhdxLimits.AlignmentBytes;
        var free = 0L;
        while (unit < End / VhdxLimits.AlignmentBytes)
        {
            var count = CountInPage(unit, End);
            var used = false;
            if (_pages.TryGetValue(unit / UnitsPerPage, out var page))
            {
                var first = (int)(unit % UnitsPerPage);
                count = VhdxBits.Run(page, first, first + count, out used);
            }

            unit += count;
            free = used ? 0 : free + count;
            if (free * VhdxLimits.AlignmentBytes >= lengthBytes)
            {
                return (unit - free) * VhdxLimits.AlignmentBytes;
            }
        }

        return null;
    }

    /// <summary>Finds again where the used bytes end, after some were released.</summary>
    public void FindEnd()
    {
        End = 0;
        foreach (var (number, page) in _pages)
        {
            var last = page.AsSpan().LastIndexOfAnyExcept((byte)0);
            if (last >= 0)
            {
                var bit = (last * 8) + 7 - System.Numerics.BitOperations.LeadingZeroCount((uint)page[last] << 24);
                End = Math.Max(End, ((number * UnitsPerPage) + bit + 1) * VhdxLimits.AlignmentBytes);
            }
        }
    }

    private static int CountInPage(long unit, long end)
        => (int)Math.Min(UnitsPerPage - (unit % UnitsPerPage), (end / VhdxLimits.AlignmentBytes) - unit);

    private void Put(long offset, long lengthBytes, bool used)
    {
        for (var unit = offset / VhdxLimits.AlignmentBytes; unit < (offset + lengthBytes) / VhdxLimits.AlignmentBytes;)
        {
            var count = CountInPage(unit, offset + lengthBytes);
            if (!_pages.TryGetValue(unit / UnitsPerPage, out var page))
            {
                _pages[unit / UnitsPerPage] = page = new byte[UnitsPerPage / 8];
            }

            VhdxBits.Put(page, (int)(unit % UnitsPerPage), count, used);
            unit += count;
        }
    }
}
