namespace HyperVLab.Pictures;

/// <summary>Blocks that follow one another and are alike.</summary>
/// <param name="Block">The first one's number.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Tone">What they hold.</param>
/// <param name="IsFreed">Whether a compaction takes them out of the file.</param>
/// <param name="Text">More about them, for who points at them; empty for nothing.</param>
internal sealed record PictureRun(long Block, long Count, PictureTone Tone, bool IsFreed, string Text = "")
{
    /// <summary>The number of the first block after them.</summary>
    public long End => Block + Count;
}
