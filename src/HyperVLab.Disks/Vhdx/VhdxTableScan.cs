using System.Buffers.Binary;

namespace HyperVLab.Disks.Vhdx;

/// <summary>Goes through the rows of a block allocation table that are not empty, in their order in the file.</summary>
internal static class VhdxTableScan
{
    private const string Name = "VHDX block allocation table";
    private const int ChunkBytes = 64 * 1024;

    /// <summary>Lists the rows that say something; holes of the file cost nothing.</summary>
    /// <returns>Each row's number, and what it says.</returns>
    public static IEnumerable<(long Number, VhdxEntry Entry)> Rows(IDiskFile file, long tableOffset, long count)
    {
        var buffer = new byte[ChunkBytes];
        var end = tableOffset + (count * VhdxEntry.LengthBytes);
        var offset = tableOffset;
        while (offset < end && file.NextData(offset) is { } data && data.Offset < end)
        {
            offset = Math.Max(offset, tableOffset + ((data.Offset - tableOffset) / ChunkBytes * ChunkBytes));
            var length = (int)Math.Min(ChunkBytes, end - offset);
            file.Read(offset, buffer.AsSpan(0, length));
            for (var at = 0; at < length; at += VhdxEntry.LengthBytes)
            {
                var value = BinaryPrimitives.ReadUInt64LittleEndian(buffer.AsSpan(at));
                if (value != 0)
                {
                    yield return ((offset - tableOffset + at) / VhdxEntry.LengthBytes, new VhdxEntry(value));
                }
            }

            offset += length;
        }
    }

    /// <summary>Checks every row and marks the blocks' places.</summary>
    /// <exception cref="DiskFormatException">A row is impossible, leaves the file, or overlaps something.</exception>
    public static void Check(IDiskFile file, long tableOffset, VhdxLayout layout, VhdxSpace space)
    {
        var fileBytes = file.Length;
        var withoutBitmap = new SortedSet<long>();
        foreach (var (number, entry) in Rows(file, tableOffset, layout.EntryCount))
        {
            var problem = Problem(entry, layout.OwnerOf(number), layout, space, fileBytes);
            if (problem is not null)
            {
                throw Error(tableOffset + (number * VhdxEntry.LengthBytes), problem);
            }

            NoteBitmap(withoutBitmap, entry, layout.OwnerOf(number), layout);
        }

        if (withoutBitmap.Count > 0)
        {
            throw NoBitmap(tableOffset, withoutBitmap.Min, layout);
        }
    }

    /// <summary>What is wrong with a row.</summary>
    public static DiskFormatException Error(long offset, string problem) => new(Name, offset, problem);

    /// <summary>What is wrong with a chunk that needs a bitmap and has none.</summary>
    public static DiskFormatException NoBitmap(long tableOffset, long chunk, VhdxLayout layout)
        => Error(
            tableOffset + layout.BitmapEntryOffset(chunk),
            $"chunk {chunk} has a partially present block, but no sector bitmap");

    /// <summary>Notes the chunks that need a bitmap and have none; a chunk's row follows those of its blocks.</summary>
    public static void NoteBitmap(
        SortedSet<long> withoutBitmap, VhdxEntry entry, (bool IsBitmap, long Number) owner, VhdxLayout layout)
    {
        if (owner.IsBitmap && entry.IsAllocated)
        {
            withoutBitmap.Remove(owner.Number);
        }
        else if (!owner.IsBitmap && entry.State == VhdxBlockState.PartiallyPresent)
        {
            withoutBitmap.Add(owner.Number / layout.BlocksPerChunk);
        }
    }

    /// <summary>Says what is wrong with a row, and marks its block's place if nothing is.</summary>
    /// <returns>The problem, or null.</returns>
    public static string? Problem(
        VhdxEntry entry, (bool IsBitmap, long Number) owner, VhdxLayout layout, VhdxSpace space, long fileBytes)
    {
        // Rows for bitmaps of a disk without a parent mean nothing; qemu before 8.1 wrote wrong values there.
        if ((owner.IsBitmap && !layout.HasParent) || (!owner.IsBitmap && owner.Number >= layout.BlockCount))
        {
            return null;
        }

        var name = owner.IsBitmap ? $"the sector bitmap of chunk {owner.Number}" : $"block {owner.Number}";
        if (!entry.IsKnown || (owner.IsBitmap && !IsBitmapState(entry.State)))
        {
            return $"the row 0x{entry.Value:X16} of {name} has no known meaning";
        }

        if (!entry.IsAllocated)
        {
            return null;
        }

        if (entry.State == VhdxBlockState.PartiallyPresent && !layout.HasParent)
        {
            return $"{name} is partially present, but the disk has no parent";
        }

        var whole = owner.IsBitmap ? VhdxLayout.BitmapBytes : layout.BlockSizeBytes;
        var needed = owner.IsBitmap ? whole : layout.UsedBytes(owner.Number);
        if (entry.Offset < VhdxHeaders.SectionBytes || entry.Offset > fileBytes - needed)
        {
            return $"{name} at {entry.Offset} leaves the file";
        }

        return space.Take(entry.Offset, whole) ? null : $"{name} at {entry.Offset} overlaps something else";
    }

    private static bool IsBitmapState(VhdxBlockState state)
        => state is VhdxBlockState.NotPresent or VhdxBlockState.FullyPresent;
}
