using HyperVLab.Disks.Operations;

namespace HyperVLab.Disks.Vhd;

/// <summary>
/// Takes blocks out of a file in place. First their table entries go; then the file's last blocks move into the gaps,
/// lowest gap first, so that nothing moves which may stay; then the file is cut.
/// </summary>
internal static class VhdCompaction
{
    /// <summary>Takes blocks out, and closes gaps that are there already.</summary>
    /// <param name="file">The file.</param>
    /// <param name="structure">Its structures.</param>
    /// <param name="blocks">The blocks to take out; those without a place are passed over.</param>
    /// <param name="work">Whom to tell, and whether to stop.</param>
    public static void Run(IDiskFile file, VhdStructure structure, IReadOnlyList<long> blocks, DiskWork work)
    {
        var table = structure.Table!;
        var footers = VhdFooterCopies.Of(file, structure);
        footers.Mend();
        var gone = blocks.Where(table.IsAllocated).ToList();
        if (gone.Count > 0)
        {
            gone.ForEach(table.Remove);
            table.WriteEntries(file, gone);
            file.Flush();
        }

        var space = new VhdSpace(structure);
        var moves = Plan(space, structure.Layout);
        try
        {
            VhdBlockMove.Run(file, structure, moves, work);
        }
        finally
        {
            Cut(structure, footers);
        }
    }

    private static List<VhdBlockPlace> Plan(VhdSpace space, VhdBlockLayout layout)
    {
        var moves = new List<VhdBlockPlace>();
        var last = space.Blocks.Length - 1;
        foreach (var gap in space.Gaps())
        {
            var place = space.PlaceFrom(gap.Offset);
            while (last >= 0 && place + layout.WholeBytes <= gap.End && place < space.Blocks[last].Place)
            {
                moves.Add(new VhdBlockPlace(space.Blocks[last].Block, place));
                place = space.PlaceFrom(place + layout.WholeBytes);
                last--;
            }
        }

        return moves;
    }

    private static void Cut(VhdStructure structure, VhdFooterCopies footers)
    {
        var space = new VhdSpace(structure);
        var lastBlock = space.Blocks.Length == 0 ? 0 : space.Blocks[^1].Place + structure.Layout.WholeBytes;
        var end = space.FooterAfter(Math.Max(lastBlock, space.StructuresEnd));
        if (end < footers.Offset)
        {
            footers.Cut(end);
        }
    }
}
