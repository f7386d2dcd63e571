using System.Buffers.Binary;

namespace HyperVLab.Disks.Registry;

/// <summary>The security descriptors of a hive: cells in one ring, each shared by the keys that count on it.</summary>
internal static class SecurityCells
{
    private const string Structure = "registry security descriptor";
    private const ushort Signature = 0x6B73; // "sk"
    private const int HeaderBytes = 20;

    /// <summary>Reads the descriptor in a cell, in place.</summary>
    /// <exception cref="DiskFormatException">None that is whole is there.</exception>
    public static Span<byte> Descriptor(HiveCells cells, int offset)
    {
        var cell = cells.At(offset, Structure, HeaderBytes);
        if (BinaryPrimitives.ReadUInt16LittleEndian(cell) != Signature)
        {
            throw new DiskFormatException(Structure, HiveCells.FileOffset(offset), "\"sk\" is not there");
        }

        var length = BinaryPrimitives.ReadUInt32LittleEndian(cell[16..]);
        return cells.At(offset, Structure, HeaderBytes + (long)length).Slice(HeaderBytes, (int)length);
    }

    /// <summary>Makes the cell of a descriptor, with one key that counts on it, and puts it into the ring.</summary>
    /// <param name="cells">The hive's cells.</param>
    /// <param name="descriptor">The descriptor, self-relative.</param>
    /// <param name="neighbour">Any cell of the ring; <see cref="HiveCells.Nowhere"/> for the first one.</param>
    public static int Create(HiveCells cells, ReadOnlySpan<byte> descriptor, int neighbour)
    {
        var offset = cells.Allocate(HeaderBytes + descriptor.Length);
        var cell = cells.At(offset, Structure);
        BinaryPrimitives.WriteUInt16LittleEndian(cell, Signature);
        BinaryPrimitives.WriteInt32LittleEndian(cell[16..], descriptor.Length);
        descriptor.CopyTo(cell[HeaderBytes..]);
        SetCount(cells, offset, 1);
        if (neighbour == HiveCells.Nowhere)
        {
            Link(cells, offset, offset);
        }
        else
        {
            var next = Next(cells, neighbour);
            Link(cells, neighbour, offset);
            Link(cells, offset, next);
        }

        return offset;
    }

    /// <summary>Finds a descriptor in a ring that is whole, or adds it; one more key counts on it.</summary>
    public static int Share(HiveCells cells, ReadOnlySpan<byte> descriptor, int ring)
    {
        var at = ring;
        do
        {
            if (at != HiveCells.Nowhere && Descriptor(cells, at).SequenceEqual(descriptor))
            {
                AddReference(cells, at);
                return at;
            }

            at = at == HiveCells.Nowhere ? at : Next(cells, at);
        }
        while (at != ring);

        return Create(cells, descriptor, ring);
    }

    /// <summary>Counts one more key.</summary>
    public static void AddReference(HiveCells cells, int offset) => SetCount(cells, offset, Count(cells, offset) + 1);

    /// <summary>Counts one key less; the cell that no key counts on leaves the ring and is free.</summary>
    public static void Release(HiveCells cells, int offset)
    {
        var count = Count(cells, offset) - 1;
        if (count > 0)
        {
            SetCount(cells, offset, count);
            return;
        }

        Link(cells, Previous(cells, offset), Next(cells, offset));
        cells.Free(offset);
    }

    /// <summary>Sets how many keys count on each cell, and mends the ring if it is not whole.</summary>
    /// <param name="cells">The hive's cells.</param>
    /// <param name="counts">The count of every cell that a key names, in the order of first mention.</param>
    public static void Mend(HiveCells cells, IReadOnlyList<(int Offset, uint Count)> counts)
    {
        foreach (var (offset, count) in counts)
        {
            if (Count(cells, offset) != count)
            {
                SetCount(cells, offset, count);
            }
        }

        if (counts.Count > 0 && !IsRing(cells, counts))
        {
            for (var i = 0; i < counts.Count; i++)
            {
                Link(cells, counts[i].Offset, counts[(i + 1) % counts.Count].Offset);
            }
        }
    }

    private static bool IsRing(HiveCells cells, IReadOnlyList<(int Offset, uint Count)> counts)
    {
        var seen = new HashSet<int>();
        var at = counts[0].Offset;
        try
        {
            while (seen.Add(at))
            {
                Descriptor(cells, at);
                var next = Next(cells, at);
                if (Previous(cells, next) != at)
                {
                    return false;
                }

                at = next;
            }
        }
        catch (DiskFormatException)
        {
            return false;
        }

        return at == counts[0].Offset && counts.All(cell => seen.Contains(cell.Offset));
    }

    private static void Link(HiveCells cells, int from, int to)
    {
        BinaryPrimitives.WriteInt32LittleEndian(cells.At(from, Structure)[4..], to);
        BinaryPrimitives.WriteInt32LittleEndian(cells.At(to, Structure)[8..], from);
    }

    private static int Next(HiveCells cells, int offset)
        => BinaryPrimitives.ReadInt32LittleEndian(cells.At(offset, Structure, HeaderBytes)[4..]);

    private static int Previous(HiveCells cells, int offset)
        => BinaryPrimitives.ReadInt32LittleEndian(cells.At(offset, Structure, HeaderBytes)[8..]);

    private static uint Count(HiveCells cells, int offset)
        => BinaryPrimitives.ReadUInt32LittleEndian(cells.At(offset, Structure)[12..]);

    private static void SetCount(HiveCells cells, int offset, uint count)
        => BinaryPrimitives.WriteUInt32LittleEndian(cells.At(offset, Structure)[12..], count);
}
