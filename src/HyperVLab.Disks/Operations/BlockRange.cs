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
}
