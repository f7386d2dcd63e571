namespace HyperVLab.Disks.P2V;

/// <summary>Bytes that stand in the place of a disk's own; they are few.</summary>
/// <param name="file">An empty file in memory to keep them.</param>
internal sealed class DiskPatches(MemoryDiskFile file)
{
    private readonly SortedList<long, long> _ends = [];

    /// <summary>How many bytes they are.</summary>
    public long Bytes => _ends.Sum(range => range.Value - range.Key);

    /// <summary>Puts bytes in the place of those that stand there, as far as they differ.</summary>
    /// <param name="offset">Where they stand on the disk.</param>
    /// <param name="bytes">The new bytes.</param>
    /// <param name="before">The old ones, as many.</param>
    public void Add(long offset, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> before)
    {
        for (var at = 0; at < bytes.Length;)
        {
            at += bytes[at..].CommonPrefixLength(before[at..]);
            if (at == bytes.Length)
            {
                return;
            }

            // Whole sectors of the disk, as far as the bytes go.
            var end = at;
            at -= (int)Math.Min(at, (offset + at) % VirtualDisk.SectorBytes);
            do
            {
                end += VirtualDisk.SectorBytes - (int)((offset + end) % VirtualDisk.SectorBytes);
            }
            while (end < bytes.Length && !Alike(bytes, before, end));

            end = Math.Min(end, bytes.Length);
            file.Write(offset + at, bytes[at..end]);
            _ends[offset + at] = offset + end;
            at = end;
        }
    }

    /// <summary>Puts a file's bytes in the place of those that it has, as far as they differ.</summary>
    /// <param name="places">Where it stands on the disk.</param>
    /// <param name="bytes">The new bytes, not more than it has.</param>
    /// <param name="before">The old ones.</param>
    public void Add(IReadOnlyList<ByteRange> places, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> before)
    {
        foreach (var place in places)
        {
            var count = (int)Math.Min(place.Length, bytes.Length);
            Add(place.Offset, bytes[..count], before[..count]);
            bytes = bytes[count..];
            before = before[count..];
        }
    }

    /// <summary>Parts a range of the disk.</summary>
    /// <param name="offset">Where it starts.</param>
    /// <param name="end">Where it ends.</param>
    /// <returns>Its parts in rising order without gaps, and for those that are patched where the bytes are.</returns>
    public IEnumerable<(long Offset, long End, IDiskFile? File)> Split(long offset, long end)
    {
        foreach (var (start, stop) in _ends)
        {
            if (stop <= offset || start >= end)
            {
                continue;
            }

            if (start > offset)
            {
                yield return (offset, start, null);
            }

            yield return (Math.Max(start, offset), Math.Min(stop, end), file);
            offset = Math.Min(stop, end);
        }

        if (offset < end)
        {
            yield return (offset, end, null);
        }
    }

    private static bool Alike(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> before, int at)
    {
        var count = Math.Min(bytes.Length - at, VirtualDisk.SectorBytes);
        return bytes.Slice(at, count).SequenceEqual(before.Slice(at, count));
    }
}
