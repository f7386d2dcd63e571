namespace HyperVLab.Pictures;

/// <summary>
/// A disk's blocks on fewer cells: each shows what most of its blocks are that have a place in the file.
/// </summary>
internal sealed class CellGrid
{
    private static readonly int s_tones = Enum.GetValues<PictureTone>().Length;

    private readonly (PictureTone Tone, bool IsFreed)[] _cells;

    private CellGrid((PictureTone Tone, bool IsFreed)[] cells, long blocksPerCell)
    {
        _cells = cells;
        BlocksPerCell = blocksPerCell;
    }

    /// <summary>How many blocks a cell stands for: a power of two.</summary>
    public long BlocksPerCell { get; }

    /// <summary>How many cells there are.</summary>
    public int Count => _cells.Length;

    /// <summary>What a cell shows.</summary>
    public (PictureTone Tone, bool IsFreed) this[int cell] => _cells[cell];

    /// <summary>The fewest blocks to a cell, a power of two, with which some blocks need no more than some
    /// cells.</summary>
    public static long BlocksToCell(long blocks, int maximumCells)
    {
        long each = 1;
        while ((blocks + each - 1) / each > maximumCells)
        {
            each *= 2;
        }

        return each;
    }

    /// <summary>Puts blocks into cells.</summary>
    public static CellGrid Of(BlockPicture picture, long blocksPerCell)
    {
        int count = (int)((picture.BlockCount + blocksPerCell - 1) / blocksPerCell);
        long[,] weights = new long[count, 2 * s_tones];
        foreach (PictureRun run in picture.Runs)
        {
            int kind = (2 * (int)run.Tone) + (run.IsFreed ? 1 : 0);
            for (long block = run.Block; block < run.End;)
            {
                long cell = block / blocksPerCell;
                long end = Math.Min(run.End, (cell + 1) * blocksPerCell);
                weights[cell, kind] += end - block;
                block = end;
            }
        }

        var cells = new (PictureTone, bool)[count];
        for (int cell = 0; cell < count; cell++)
        {
            cells[cell] = Heaviest(weights, cell);
        }

        return new CellGrid(cells, blocksPerCell);
    }

    // One block that has a place is worth more than all that have none: it must not go unseen.
    private static (PictureTone Tone, bool IsFreed) Heaviest(long[,] weights, int cell)
    {
        int best = 2 * (int)PictureTone.Absent;
        long most = 0;
        for (int kind = 0; kind < 2 * (int)PictureTone.Absent; kind++)
        {
            if (weights[cell, kind] > most)
            {
                (best, most) = (kind, weights[cell, kind]);
            }
        }

        return ((PictureTone)(best / 2), best % 2 == 1);
    }
}
