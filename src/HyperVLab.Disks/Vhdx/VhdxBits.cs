namespace HyperVLab.Disks.Vhdx;

/// <summary>Runs of bits, the first of a byte in its lowest place as sector bitmaps of VHDX have them.</summary>
internal static class VhdxBits
{
    /// <summary>Measures the run of equal bits from one on.</summary>
    /// <param name="bytes">The bits.</param>
    /// <param name="first">The bit to start at.</param>
    /// <param name="limit">The first bit not to look at.</param>
    /// <param name="isSet">Whether the bits of the run are set.</param>
    /// <returns>The bits in the run, at least one.</returns>
    public static int Run(ReadOnlySpan<byte> bytes, int first, int limit, out bool isSet)
    {
        isSet = Get(bytes, first);
        var end = first + 1;
        var whole = isSet ? (byte)0xFF : (byte)0;
        while (end < limit)
        {
            if (end % 8 == 0)
            {
                var rest = bytes[(end / 8)..((limit + 7) / 8)];
                var same = rest.IndexOfAnyExcept(whole);
                end = Math.Min(limit, end + ((same < 0 ? rest.Length : same) * 8));
                if (end == limit)
                {
                    break;
                }
            }

            if (Get(bytes, end) != isSet)
            {
                break;
            }

            end++;
        }

        return end - first;
    }

    /// <summary>Sets or clears a run of bits.</summary>
    public static void Put(Span<byte> bytes, int first, int count, bool isSet)
    {
        for (var end = first + count; first < end;)
        {
            if (first % 8 == 0 && end - first >= 8)
            {
                var wholeBytes = (end - first) / 8;
                bytes.Slice(first / 8, wholeBytes).Fill(isSet ? (byte)0xFF : (byte)0);
                first += wholeBytes * 8;
                continue;
            }

            var bit = (byte)(1 << (first % 8));
            bytes[first / 8] = (byte)(isSet ? bytes[first / 8] | bit : bytes[first / 8] & ~bit);
            first++;
        }
    }

    private static bool Get(ReadOnlySpan<byte> bytes, int bit) => (bytes[bit / 8] & (1 << (bit % 8))) != 0;
}
