using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace HyperVLab.Disks.Vhd;

/// <summary>
/// The block allocation table (BAT): for each block of the disk the sector of the file where its bitmap stands,
/// big-endian. It is held in memory and checked as a whole, so that no later read can leave the file or another block's
/// place.
/// </summary>
internal sealed class VhdBlockTable
{
    /// <summary>What errors call it.</summary>
    public const string Name = "VHD block allocation table";

    /// <summary>The entry of a block that has no place in the file.</summary>
    public const uint Unused = uint.MaxValue;

    /// <summary>The most entries that are read: 2040 GB need 4.2 million at the smallest block Hyper-V makes.</summary>
    public const int MaximumEntries = 8 * 1024 * 1024;

    private const int BytesAtOnce = 64 * 1024;

    private static readonly byte[] s_unused = Enumerable.Repeat<byte>(0xFF, BytesAtOnce).ToArray();

    private readonly uint[] _entries;

    private VhdBlockTable(long offset, uint[] entries)
    {
        Offset = offset;
        _entries = entries;
    }

    /// <summary>Where the table stands in the file, in bytes.</summary>
    public long Offset { get; }

    /// <summary>How many blocks the disk has.</summary>
    public int Count => _entries.Length;

    /// <summary>How many blocks have a place in the file.</summary>
    public int AllocatedCount => _entries.Length - _entries.AsSpan().Count(Unused);

    /// <summary>Reads the entries that the disk needs, once the header's figures are seen to fit the file.</summary>
    public static VhdBlockTable Read(IDiskFile file, VhdDynamicHeader header, long sizeBytes, long limit)
    {
        var blocks = new VhdBlockLayout(header.BlockSizeBytes).BlockCount(sizeBytes);
        var offset = header.TableOffset;
        if (header.MaximumTableEntries < blocks || blocks > MaximumEntries)
        {
            throw new DiskFormatException(
                Name, offset, $"{header.MaximumTableEntries} entries are too few, or {blocks} blocks are too many");
        }

        if (offset > limit - (4L * header.MaximumTableEntries))
        {
            throw new DiskFormatException(
                Name, offset, $"{header.MaximumTableEntries} entries do not fit into the {limit} bytes of the file");
        }

        var entries = new uint[blocks];
        ReadEntries(file, offset, entries);
        return new VhdBlockTable(offset, entries);
    }

    /// <summary>Finds an entry in use among those of the table that the disk has no block for.</summary>
    /// <returns>Its number, or null.</returns>
    public static long? FirstUsed(IDiskFile file, long tableOffset, long first, long end)
    {
        var entries = new uint[Math.Min(16 * 1024, end - first)];
        for (; first < end; first += entries.Length)
        {
            var part = entries.AsSpan(0, (int)Math.Min(entries.Length, end - first));
            ReadEntries(file, tableOffset + (first * 4), part);
            var used = part.IndexOfAnyExcept(Unused);
            if (used >= 0)
            {
                return first + used;
            }
        }

        return null;
    }

    /// <summary>Whether a block has a place in the file.</summary>
    public bool IsAllocated(long block) => _entries[block] != Unused;

    /// <summary>Where a block's bitmap stands in the file, in bytes.</summary>
    public long BitmapOffset(long block) => (long)_entries[block] * VirtualDisk.SectorBytes;

    /// <summary>Gives a block its place; <see cref="Write"/> puts it into the file.</summary>
    public void Set(long block, long bitmapOffset)
        => _entries[block] = checked((uint)(bitmapOffset / VirtualDisk.SectorBytes));

    /// <summary>Finds the end of the run of blocks from one on that have no place.</summary>
    public long EndOfUnallocated(long block, long limit)
    {
        var run = _entries.AsSpan((int)block, (int)(limit - block)).IndexOfAnyExcept(Unused);
        return run < 0 ? limit : block + run;
    }

    /// <summary>Takes a block's place away; <see cref="WriteEntries"/> puts that into the file.</summary>
    public void Remove(long block) => _entries[block] = Unused;

    /// <summary>Writes entries that say that blocks have no place, whole ones.</summary>
    public static void WriteUnused(IDiskFile file, long offset, long count)
    {
        for (var done = 0L; done < count; done += s_unused.Length)
        {
            file.Write(offset + done, s_unused.AsSpan(0, (int)Math.Min(s_unused.Length, count - done)));
        }
    }

    /// <summary>Writes the entries of some blocks.</summary>
    /// <param name="file">The file.</param>
    /// <param name="blocks">Their numbers, rising.</param>
    public void WriteEntries(IDiskFile file, IEnumerable<long> blocks)
    {
        var first = 0L;
        var count = 0;
        foreach (var block in blocks)
        {
            if (block != first + count)
            {
                Write(file, first, count);
                (first, count) = (block, 0);
            }

            count++;
        }

        Write(file, first, count);
    }

    /// <summary>Writes all entries to a place of the file.</summary>
    public void WriteTo(IDiskFile file, long offset) => WriteAt(file, offset, 0, Count);

    /// <summary>Writes the entries of a run of blocks.</summary>
    public void Write(IDiskFile file, long first, int count) => WriteAt(file, Offset, first, count);

    /// <summary>The blocks that have a place, in the order of their places.</summary>
    public VhdBlockPlace[] BlocksByPlace()
    {
        var places = new VhdBlockPlace[AllocatedCount];
        var count = 0;
        for (var block = 0; block < _entries.Length; block++)
        {
            if (_entries[block] != Unused)
            {
                places[count++] = new VhdBlockPlace(block, BitmapOffset(block));
            }
        }

        Array.Sort(places, static (one, other) => one.Place.CompareTo(other.Place));
        return places;
    }

    /// <summary>The sectors of the blocks that have a place, in rising order.</summary>
    public uint[] SortedPlaces(VhdBlockLayout layout)
    {
        var places = new uint[AllocatedCount];
        for (var (block, count) = (0L, 0); count < places.Length; block++)
        {
            block = EndOfUnallocated(block, Count);
            places[count++] = _entries[block];
        }

        Sort(places, (uint)(layout.WholeBytes / VirtualDisk.SectorBytes));
        return places;
    }

    /// <summary>Sees that no block leaves the file or shares a byte with another block or structure.</summary>
    /// <param name="layout">The shape of the blocks.</param>
    /// <param name="limit">The end of what blocks may use, in bytes.</param>
    /// <param name="reserved">The places of the other structures.</param>
    /// <param name="problems">Gets what is wrong; null to throw the first.</param>
    /// <returns>The end of the last block, in bytes; 0 if there is none.</returns>
    public long Check(
        VhdBlockLayout layout,
        long limit,
        IReadOnlyList<ByteRange> reserved,
        List<DiskFormatException>? problems = null)
    {
        var previousEnd = 0L;
        var wholeBytes = layout.WholeBytes;
        var reservedEnd = reserved.Count == 0 ? 0 : reserved.Max(static range => range.End);
        foreach (var place in SortedPlaces(layout))
        {
            var start = (long)place * VirtualDisk.SectorBytes;
            var end = start + wholeBytes;
            var isFine = start >= previousEnd && end <= limit && start >= reservedEnd;
            if (!isFine && ProblemOf(start, end, previousEnd, limit, reserved) is { } problem)
            {
                var error = new DiskFormatException(
                    Name, Offset + (4L * Array.LastIndexOf(_entries, place)), problem);
                if (problems is null)
                {
                    throw error;
                }

                problems.Add(error);
                if (problems.Count >= Operations.DiskDefectList.MaximumCount)
                {
                    break;
                }
            }

            previousEnd = Math.Max(previousEnd, end);
        }

        return previousEnd;
    }

    private void WriteAt(IDiskFile file, long offset, long first, int count)
    {
        if (count == 0)
        {
            return;
        }

        var bytes = ArrayPool<byte>.Shared.Rent(Math.Min(count * 4, BytesAtOnce));
        for (var done = 0; done < count;)
        {
            var entries = _entries.AsSpan((int)first + done, Math.Min(count - done, BytesAtOnce / 4));
            var part = bytes.AsSpan(0, entries.Length * 4);
            entries.CopyTo(MemoryMarshal.Cast<byte, uint>(part));
            if (BitConverter.IsLittleEndian)
            {
                BinaryPrimitives.ReverseEndianness(entries, MemoryMarshal.Cast<byte, uint>(part));
            }

            file.Write(offset + ((first + done) * 4), part);
            done += entries.Length;
        }

        ArrayPool<byte>.Shared.Return(bytes);
    }

    // Of blocks that do not overlap, no two start within the length of one, so each can have a slot of its own. That
    // takes a sixth of the time of sorting, and a file of one direction needs neither.
    private static void Sort(Span<uint> places, uint blockSectors)
    {
        var last = 0u;
        var isRising = true;
        foreach (var place in places)
        {
            isRising &= place >= last;
            last = Math.Max(last, place);
        }

        if (isRising)
        {
            return;
        }

        if ((last / blockSectors) + 1L > (2L * places.Length) + 1024 || !TrySortBySlots(places, blockSectors, last))
        {
            places.Sort();
        }
    }

    private static bool TrySortBySlots(Span<uint> places, uint blockSectors, uint last)
    {
        var slots = new uint[(last / blockSectors) + 1];
        Array.Fill(slots, Unused);
        foreach (var place in places)
        {
            ref var slot = ref slots[place / blockSectors];
            if (slot != Unused)
            {
                return false;
            }

            slot = place;
        }

        var count = 0;
        foreach (var slot in slots)
        {
            if (slot != Unused)
            {
                places[count++] = slot;
            }
        }

        return true;
    }

    private static string? ProblemOf(
        long start, long end, long previousEnd, long limit, IReadOnlyList<ByteRange> reserved)
    {
        if (start < previousEnd)
        {
            return $"the block at {start} overlaps the one that ends at {previousEnd}";
        }

        if (end > limit)
        {
            return $"the block from {start} to {end} leaves the {limit} bytes of the file";
        }

        foreach (var range in reserved)
        {
            if (start < range.End && range.Offset < end)
            {
                return $"the block at {start} overlaps the structure at {range.Offset}";
            }
        }

        return null;
    }

    private static void ReadEntries(IDiskFile file, long offset, Span<uint> entries)
    {
        file.Read(offset, MemoryMarshal.AsBytes(entries));
        if (BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(entries, entries);
        }
    }
}
