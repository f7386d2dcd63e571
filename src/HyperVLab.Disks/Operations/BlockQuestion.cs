namespace HyperVLab.Disks.Operations;

/// <summary>
/// A block whose fate depends on whether ranges of files are zeros. The ranges can be read on any thread, other than
/// the disk itself.
/// </summary>
internal sealed class BlockQuestion(long block)
{
    private readonly List<(DiskExtent Extent, BlockFate Otherwise)> _zeros = [];

    /// <summary>The block's number.</summary>
    public long Block => block;

    /// <summary>What becomes of the block, unless a range is not zeros.</summary>
    public BlockFate Fate { get; set; }

    /// <summary>How many ranges are to be read.</summary>
    public int Count => _zeros.Count;

    /// <summary>Whether several threads may read the ranges.</summary>
    public bool IsConcurrent => _zeros.TrueForAll(entry => entry.Extent.File!.IsConcurrent);

    /// <summary>Makes the fate depend on a range; what is zeros for certain is passed over.</summary>
    /// <param name="extent">The range.</param>
    /// <param name="otherwise">What becomes of the block if it is not zeros.</param>
    public void Add(DiskExtent extent, BlockFate otherwise)
    {
        if (!extent.IsZero)
        {
            _zeros.Add((extent, otherwise));
        }
    }

    /// <summary>Forgets the ranges, as the fate is certain.</summary>
    public void Clear() => _zeros.Clear();

    /// <summary>Reads the ranges.</summary>
    /// <param name="scan">The reader of this thread.</param>
    public void Answer(ZeroScan scan)
    {
        foreach (var (extent, otherwise) in _zeros)
        {
            if (!scan.IsZero(extent))
            {
                Fate = otherwise;
                return;
            }
        }
    }
}
