namespace HyperVLab.Disks.Operations;

/// <summary>Blocks that follow each other and share a fate.</summary>
/// <param name="First">The number of the first one.</param>
/// <param name="Count">How many.</param>
/// <param name="Fate">What becomes of them.</param>
public readonly record struct BlockRange(long First, long Count, BlockFate Fate)
{
    /// <summary>The first block after the range.</summary>
    public long End => First + Count;

    /// <summary>Whether the blocks leave the file.</summary>
    public bool IsDropped => Fate >= BlockFate.Free;

    internal static void Add(List<BlockRange> blocks, long block, BlockFate fate, long count = 1)
    {
        if (blocks.Count > 0 && blocks[^1].End == block && blocks[^1].Fate == fate)
        {
            blocks[^1] = blocks[^1] with { Count = blocks[^1].Count + count };
        }
        else
        {
            blocks.Add(new BlockRange(block, count, fate));
        }
    }
}
