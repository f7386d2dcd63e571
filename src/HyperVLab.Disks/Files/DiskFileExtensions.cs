namespace HyperVLab.Disks;

/// <summary>What every <see cref="IDiskFile"/> can do.</summary>
public static class DiskFileExtensions
{
    /// <summary>The step in which <see cref="DataRanges"/> looks at a file, in bytes.</summary>
    public const int GranuleBytes = 64 * 1024;

    /// <summary>
    /// Lists the ranges that hold anything but zeros, in steps of <see cref="GranuleBytes"/>, neighbours joined. The
    /// answer depends on the bytes alone: how a file system keeps its holes only saves reading, so the same
    /// disk gives the same ranges on every computer.
    /// </summary>
    /// <param name="file">The file to look at.</param>
    /// <returns>The ranges in rising order, starts at multiples of the step; the last may end with the file.</returns>
    public static IEnumerable<ByteRange> DataRanges(this IDiskFile file)
    {
        var buffer = new byte[GranuleBytes];
        ByteRange? open = null;
        var offset = 0L;
        while (file.NextData(offset) is { } hint)
        {
            offset = hint.Offset / GranuleBytes * GranuleBytes;
            for (; offset < hint.End; offset += GranuleBytes)
            {
                var count = (int)Math.Min(GranuleBytes, file.Length - offset);
                if (!HoldsData(file, offset, buffer.AsSpan(0, count)))
                {
                    continue;
                }

                if (open is { } range && range.End == offset)
                {
                    open = range with { Length = range.Length + count };
                }
                else
                {
                    if (open is { } done)
                    {
                        yield return done;
                    }

                    open = new ByteRange(offset, count);
                }
            }
        }

        if (open is { } last)
        {
            yield return last;
        }
    }

    /// <summary>Makes one file equal to another, writing only where the source holds data.</summary>
    /// <param name="source">The file to copy.</param>
    /// <param name="target">The file to overwrite; what it held is dropped.</param>
    public static void CopyDataTo(this IDiskFile source, IDiskFile target)
    {
        target.SetLength(0);
        target.SetLength(source.Length);
        var buffer = new byte[1024 * 1024];
        foreach (var range in source.DataRanges())
        {
            for (var offset = range.Offset; offset < range.End; offset += buffer.Length)
            {
                var bytes = buffer.AsSpan(0, (int)Math.Min(buffer.Length, range.End - offset));
                source.Read(offset, bytes);
                target.Write(offset, bytes);
            }
        }
    }

    /// <summary>
    /// Says which parts of a disk's range that stands in one piece in a file are data, and which are holes of the file.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="place">Where the range starts in the file.</param>
    /// <param name="offset">Where it starts on the disk.</param>
    /// <param name="length">How many bytes; what is beyond the file's end counts as a hole.</param>
    internal static IEnumerable<DiskExtent> Extents(this IDiskFile file, long place, long offset, long length)
    {
        var shift = offset - place;
        for (var end = place + length; place < end;)
        {
            var data = file.NextData(place);
            var start = Math.Min(data?.Offset ?? end, end);
            if (start > place)
            {
                yield return DiskExtent.Zeros(place + shift, start - place, depth: 0);
            }

            place = Math.Min(data?.End ?? end, end);
            if (place > start)
            {
                yield return new DiskExtent(start + shift, place - start, 0, file, start);
            }
        }
    }

    internal static void CopyThroughMemory(
        IDiskFile source, long offset, IDiskFile target, long targetOffset, long count)
    {
        var buffer = new byte[(int)Math.Min(count, 1024 * 1024)];
        for (var done = 0L; done < count; done += buffer.Length)
        {
            var bytes = buffer.AsSpan(0, (int)Math.Min(buffer.Length, count - done));
            source.Read(offset + done, bytes);
            target.Write(targetOffset + done, bytes);
        }
    }

    internal static void WriteZeros(IDiskFile file, long offset, long count)
    {
        var end = Math.Min(file.Length, offset + count);
        var zeros = new byte[(int)Math.Clamp(end - offset, 0, 64 * 1024)];
        for (; offset < end; offset += zeros.Length)
        {
            file.Write(offset, zeros.AsSpan(0, (int)Math.Min(zeros.Length, end - offset)));
        }
    }

    private static bool HoldsData(IDiskFile file, long offset, Span<byte> buffer)
    {
        file.Read(offset, buffer);
        return buffer.ContainsAnyExcept((byte)0);
    }
}
