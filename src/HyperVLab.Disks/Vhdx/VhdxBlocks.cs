using System.Diagnostics.CodeAnalysis;

namespace HyperVLab.Disks.Vhdx;

/// <summary>Where the bytes of a disk stand in its own file.</summary>
internal sealed class VhdxBlocks
{
    /// <summary>Makes the books of a checked file.</summary>
    public VhdxBlocks(VhdxStructure structure)
    {
        Pages = new VhdxPages(structure.File);
        Renew(structure);
    }

    /// <summary>How the table is laid out.</summary>
    public VhdxLayout Layout { get; private set; }

    /// <summary>The pages of tables and bitmaps.</summary>
    public VhdxPages Pages { get; }

    /// <summary>The block allocation table.</summary>
    public VhdxBlockTable Table { get; private set; }

    /// <summary>Takes over another size of the disk, and another place of the table.</summary>
    [MemberNotNull(nameof(Layout), nameof(Table))]
    public void Renew(VhdxStructure structure)
    {
        Layout = structure.Layout;
        Table = new VhdxBlockTable(Pages, structure.Regions.BlockTable.Offset, Layout);
    }

    /// <summary>Finds the run of bytes that are in this file, or zeros, or none of both, from a place on.</summary>
    /// <param name="offset">The place on the disk.</param>
    /// <param name="end">The first byte of the disk not to look at.</param>
    /// <returns>How many bytes the run has, whether this file says what they are, and where it keeps them; -1 if they
    /// are zeros.</returns>
    public (long Length, bool IsHere, long FileOffset) Find(long offset, long end)
    {
        var (block, within) = Math.DivRem(offset, Layout.BlockSizeBytes);
        var entry = Table[block];
        if (!entry.IsAllocated)
        {
            var limit = ((end - 1) / Layout.BlockSizeBytes) + 1;
            var last = Table.EndOfHole(block, limit);
            return (Math.Min(end, last * Layout.BlockSizeBytes) - offset, entry.IsZeros, -1);
        }

        var length = Math.Min(Layout.BlockSizeBytes - within, end - offset);
        if (entry.State == VhdxBlockState.FullyPresent)
        {
            return (length, true, entry.Offset + within);
        }

        var run = RunOfSectors(block, within, length, out var isHere);
        return (run, isHere, isHere ? entry.Offset + within : -1);
    }

    /// <summary>Where the page of a block's bitmap stands that holds a bit; null if there is no bitmap.</summary>
    public long? BitmapPage(long block, long bit)
    {
        var bitmap = Table.Bitmap(block / Layout.BlocksPerChunk);
        return bitmap.IsAllocated ? bitmap.Offset + (bit / 8 / VhdxLimits.PageBytes * VhdxLimits.PageBytes) : null;
    }

    private long RunOfSectors(long block, long within, long length, out bool isHere)
    {
        const int BitsPerPage = VhdxLimits.PageBytes * 8;
        var first = Layout.FirstBit(block) + (within / Layout.SectorBytes);
        if (BitmapPage(block, first) is not { } page)
        {
            isHere = false;
            return length;
        }

        var skipped = within % Layout.SectorBytes;
        var bit = (int)(first % BitsPerPage);
        var sectors = (skipped + length + Layout.SectorBytes - 1) / Layout.SectorBytes;
        var run = VhdxBits.Run(Pages.Read(page), bit, (int)Math.Min(BitsPerPage, bit + sectors), out isHere);
        return Math.Min(length, ((long)run * Layout.SectorBytes) - skipped);
    }
}
