using HyperVLab.Disks.Operations;

namespace HyperVLab.Disks.Vhd;

/// <summary>
/// Gives a block table more entries, in place where only blocks stand in its way, otherwise behind all other
/// structures; blocks that are in the way move to the file's end, as blktap's vhd-util does it. The disk keeps its
/// size, so what it reads as is the same before and after, and at every moment between.
/// </summary>
internal static class VhdTableGrowth
{
    /// <summary>Makes room for a number of entries, all new ones unused.</summary>
    public static void Run(IDiskFile file, VhdStructure structure, long entries)
    {
        var (header, table) = (structure.Header!, structure.Table!);
        var space = new VhdSpace(structure);
        var footers = VhdFooterCopies.Of(file, structure);
        footers.Mend();
        var length = VhdBlockLayout.RoundUp(entries * 4, VirtualDisk.SectorBytes);
        var isFree = !space.Structures.Any(range => range.Offset != header.TableOffset
            && range.Offset < header.TableOffset + length && header.TableOffset < range.End);
        var offset = isFree
            ? header.TableOffset
            : VhdBlockLayout.RoundUp(space.StructuresEnd, VhdBlockLayout.AlignmentBytes);
        var end = offset + length;
        var moves = MakeWay(file, structure, space, footers, new ByteRange(offset, length));
        var kept = isFree ? table.Count : 0;
        if (!isFree)
        {
            table.WriteTo(file, offset);
            kept = table.Count;
        }

        VhdBlockTable.WriteUnused(file, offset + (4L * kept), end - offset - (4L * kept));
        file.Flush();
        VhdDynamicHeader.WriteTableFields(file, (long)structure.Footer.DataOffset, offset, (uint)entries);
        file.Flush();
        if (moves > 0)
        {
            DropRest(file, structure, end);
        }
    }

    private static int MakeWay(
        IDiskFile file, VhdStructure structure, VhdSpace space, VhdFooterCopies footers, ByteRange range)
    {
        var end = Math.Max(footers.Offset, range.End);
        var moves = new List<VhdBlockPlace>();
        foreach (var (block, _) in space.BlocksIn(range.Offset, range.End))
        {
            var place = space.PlaceFrom(end);
            moves.Add(new VhdBlockPlace(block, place));
            end = place + structure.Layout.WholeBytes;
        }

        if (end > footers.Offset)
        {
            ThrowIfBeyondTable(end);
            footers.MoveOut(space.FooterAfter(end));
        }

        VhdBlockMove.Run(file, structure, moves, DiskWork.Unwatched);
        return moves.Count;
    }

    private static void ThrowIfBeyondTable(long end)
    {
        if (end / VirtualDisk.SectorBytes >= VhdBlockTable.Unused)
        {
            throw new IOException("A VHD file cannot grow beyond 2 TB.");
        }
    }

    // What is left of a moved block's old place is of no use for another block, so its space goes back.
    private static void DropRest(IDiskFile file, VhdStructure structure, long offset)
    {
        var next = new VhdSpace(structure).Blocks.Select(block => block.Place).FirstOrDefault(place => place >= offset);
        if (next > offset)
        {
            file.PunchHole(offset, next - offset);
        }
    }
}
