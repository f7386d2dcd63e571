namespace HyperVLab.Disks.Operations;

/// <summary>Tells zeros from data, in steps of pages.</summary>
internal static class ZeroSearch
{
    /// <summary>The step, in bytes: a page, the least that file systems leave out.</summary>
    public const int GranuleBytes = 4096;

    // Shorter runs of zeros are written with the data around them, since a call costs more than they do.
    private const int ShortestHoleBytes = 8 * GranuleBytes;

    /// <summary>Finds the next run of bytes that is to be written.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="start">Where to start looking; a step's start.</param>
    /// <param name="length">The length of the run; 0 if only zeros follow.</param>
    /// <returns>Where the run starts.</returns>
    public static int NextRun(ReadOnlySpan<byte> bytes, int start, out int length)
    {
        start = NextData(bytes, start);
        var end = start;
        while (end < bytes.Length)
        {
            end = Math.Min(bytes.Length, end + GranuleBytes);
            var next = NextData(bytes, end);
            if (next == bytes.Length || next - end >= ShortestHoleBytes)
            {
                break;
            }

            end = next;
        }

        length = end - start;
        return start;
    }

    /// <summary>Finds the first step from one on that holds anything but zeros.</summary>
    /// <returns>Its start, or the bytes' length.</returns>
    public static int NextData(ReadOnlySpan<byte> bytes, int start)
    {
        var found = bytes[start..].IndexOfAnyExcept((byte)0);
        return found < 0 ? bytes.Length : start + (found / GranuleBytes * GranuleBytes);
    }
}
