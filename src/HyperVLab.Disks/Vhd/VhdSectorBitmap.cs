namespace HyperVLab.Disks.Vhd;

/// <summary>
/// The bitmap before a block: a bit for each sector, the first sector in the highest bit of the first byte. A set bit
/// says that the sector is in this file; a clear one that it was never written (dynamic) or is the parent's.
/// </summary>
/// <param name="bytes">The bitmap, which is changed in place.</param>
internal sealed class VhdSectorBitmap(byte[] bytes)
{
    /// <summary>The number of the block, for those who keep many.</summary>
    public long Block { get; init; }

    /// <summary>The bitmap as it stands in the file.</summary>
    public ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>Measures the run of equal bits from a sector on.</summary>
    /// <param name="first">The sector to start at.</param>
    /// <param name="limit">The first sector not to look at.</param>
    /// <param name="valid">Whether the bits of the run are set.</param>
    /// <returns>The sectors in the run, at least one.</returns>
    public int Run(int first, int limit, out bool valid)
    {
        valid = Get(first);
        var end = first + 1;
        var whole = valid ? (byte)0xFF : (byte)0;
        while (end < limit)
        {
            if (end % 8 == 0)
            {
                var rest = bytes.AsSpan(end / 8, (limit - end + 7) / 8);
                var same = rest.IndexOfAnyExcept(whole);
                end = Math.Min(limit, end + ((same < 0 ? rest.Length : same) * 8));
                if (end == limit)
                {
                    break;
                }
            }

            if (Get(end) != valid)
            {
                break;
            }

            end++;
        }

        return end - first;
    }

    /// <summary>Sets the bits of a run of sectors.</summary>
    /// <returns>Whether any of them was clear.</returns>
    public bool Set(int first, int count)
    {
        if (Run(first, first + count, out var valid) == count && valid)
        {
            return false;
        }

        var sector = first;
        var end = first + count;
        while (sector < end)
        {
            if (sector % 8 == 0 && end - sector >= 8)
            {
                var wholeBytes = (end - sector) / 8;
                bytes.AsSpan(sector / 8, wholeBytes).Fill(0xFF);
                sector += wholeBytes * 8;
            }
            else
            {
                bytes[sector / 8] |= (byte)(0x80 >> (sector % 8));
                sector++;
            }
        }

        return true;
    }

    /// <summary>Clears all bits from a sector on.</summary>
    public void Clear(int first)
    {
        for (; first % 8 != 0; first++)
        {
            bytes[first / 8] &= (byte)~(0x80 >> (first % 8));
        }

        bytes.AsSpan(first / 8).Clear();
    }

    private bool Get(int sector) => (bytes[sector / 8] & (0x80 >> (sector % 8))) != 0;
}
