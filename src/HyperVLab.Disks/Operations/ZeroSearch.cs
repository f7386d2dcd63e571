namespace HyperVLab.Disks.Operations;

/// <summary>Tells zeros from data, in steps of pages.</summary>
internal static class ZeroSearch
{
    /// <summary>The step, in bytes: a page, the least that file systems leave out.</summary>
    public const int GranuleBytes = 4096;

    // Shorter runs of zeros are written with the data around them, since a call costs more than they do.
    private const int ShortestHoleBytes = 8 * GranuleBytes;

    /// <summary>Finds the end of a run of bytes that is to be written.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="start">Where the run starts: a step with data in it.</param>
    /// <param name="length">The length of the run.</param>
    /// <returns>Where the next run starts; the bytes' length if only zeros follow.</returns>
    public static int EndOfRun(ReadOnlySpan<byte> bytes, int start, out int length)
    {
        for (var end = start; ;)
        {
            end = Math.Min(bytes.Length, end + GranuleBytes);
            var next = NextData(bytes, end);
            if (next == bytes.Length || next - end >= ShortestHoleBytes)
            {
                length = end - start;
                return next;
            }

            end = next;
        }
    }

    /// <summary>Finds the first step from one on that holds anything but zeros.</summary>
    /// <returns>Its start, or the bytes' length.</returns>
    public static int NextData(ReadOnlySpan<byte> bytes, int start)
    {
        var found = bytes[start..].IndexOfAnyExcept((byte)0);
        return found < 0 ? bytes.Length : start + (found / GranuleBytes * GranuleBytes);
    }
}
