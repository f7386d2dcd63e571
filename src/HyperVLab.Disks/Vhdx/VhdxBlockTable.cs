using System.Buffers.Binary;

namespace HyperVLab.Disks.Vhdx;

/// <summary>The block allocation table, page by page as it is asked for.</summary>
internal sealed class VhdxBlockTable(VhdxPages pages, long tableOffset, VhdxLayout layout)
{
    /// <summary>Where the table stands in the file.</summary>
    public long Offset => tableOffset;

    /// <summary>What the table says of a block.</summary>
    public VhdxEntry this[long block]
    {
        get => Read(tableOffset + layout.EntryOffset(block));
        set => Write(tableOffset + layout.EntryOffset(block), value);
    }

    /// <summary>What the table says of a chunk's sector bitmap.</summary>
    public VhdxEntry Bitmap(long chunk) => Read(tableOffset + layout.BitmapEntryOffset(chunk));

    /// <summary>Changes what the table says of a chunk's sector bitmap.</summary>
    public void SetBitmap(long chunk, VhdxEntry entry)
        => Write(tableOffset + layout.BitmapEntryOffset(chunk), entry);

    /// <summary>Finds the end of a run of blocks that have no place here, and that all are zeros or all not.</summary>
    /// <param name="block">The first block of the run.</param>
    /// <param name="limit">The first block not to look at.</param>
    /// <returns>The first block after the run.</returns>
    public long EndOfHole(long block, long limit)
    {
        var zeros = this[block].IsZeros;
        for (block++; block < limit; block++)
        {
            var place = tableOffset + layout.EntryOffset(block);
            if (!zeros && place % VhdxLimits.PageBytes == 0)
            {
                // A new page of the table: if the file has a hole there, so has the disk.
                var next = pages.NextData(place, tableOffset + layout.EntryOffset(limit));
                block = Math.Min(limit, FirstBlockAt(next));
                if (block == limit)
                {
                    break;
                }
            }

            var entry = this[block];
            if (entry.IsAllocated || entry.IsZeros != zeros)
            {
                break;
            }
        }

        return block;
    }

    /// <summary>Passes over empty rows.</summary>
    /// <param name="block">The first block to look at.</param>
    /// <param name="limit">The first block not to look at.</param>
    /// <returns>The first block whose row may say something, or the limit.</returns>
    public long SkipEmpty(long block, long limit)
        => this[block].Value == 0 ? EndOfHole(block, limit) : block;

    private long FirstBlockAt(long place)
    {
        var (isBitmap, number) = layout.OwnerOf((place - tableOffset) / VhdxEntry.LengthBytes);
        return isBitmap ? (number + 1) * layout.BlocksPerChunk : number;
    }

    private VhdxEntry Read(long place)
    {
        var within = (int)(place % VhdxLimits.PageBytes);
        return new VhdxEntry(BinaryPrimitives.ReadUInt64LittleEndian(pages.Read(place - within).AsSpan(within)));
    }

    private void Write(long place, VhdxEntry entry)
    {
        Span<byte> bytes = stackalloc byte[VhdxEntry.LengthBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, entry.Value);
        pages.Write(place, bytes);
    }
}
