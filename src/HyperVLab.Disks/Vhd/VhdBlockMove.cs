using HyperVLab.Disks.Operations;

namespace HyperVLab.Disks.Vhd;

/// <summary>
/// Moves blocks to places that nobody uses: the copies are durable before the table leads to them, and the table is
/// durable before anybody may use the old places.
/// </summary>
internal static class VhdBlockMove
{
    private const long BatchBytes = 128L * 1024 * 1024;

    /// <summary>Moves blocks.</summary>
    /// <param name="file">The file.</param>
    /// <param name="structure">Its structures, whose table is changed too.</param>
    /// <param name="moves">The blocks and their new places.</param>
    /// <param name="work">Whom to tell. Once it is to stop, the blocks copied so far have moved.</param>
    public static void Run(
        IDiskFile file, VhdStructure structure, IReadOnlyList<VhdBlockPlace> moves, DiskWork work)
    {
        var size = structure.Layout.WholeBytes;
        var batch = (int)Math.Max(1, BatchBytes / size);
        work.Expect(moves.Count * size);
        for (var first = 0; first < moves.Count; first += batch)
        {
            var done = first;
            try
            {
                for (; done < Math.Min(moves.Count, first + batch); work.Advance(size))
                {
                    file.CopyRange(structure.Table!.BitmapOffset(moves[done].Block), file, moves[done].Place, size);
                    done++;
                }
            }
            catch (OperationCanceledException)
            {
                Commit(file, structure.Table!, moves.Take(done).Skip(first));
                throw;
            }

            Commit(file, structure.Table!, moves.Take(done).Skip(first));
        }
    }

    private static void Commit(IDiskFile file, VhdBlockTable table, IEnumerable<VhdBlockPlace> moved)
    {
        file.Flush();
        foreach (var (block, place) in moved)
        {
            table.Set(block, place);
        }

        table.WriteEntries(file, moved.Select(move => move.Block).Order());
        file.Flush();
    }
}
