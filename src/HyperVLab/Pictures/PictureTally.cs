namespace HyperVLab.Pictures;

/// <summary>A line of a picture's legend.</summary>
/// <param name="Tone">What the blocks hold.</param>
/// <param name="IsFreed">Whether a compaction takes them out of the file.</param>
/// <param name="Blocks">How many there are.</param>
/// <param name="Bytes">How much of the disk they are, in bytes.</param>
internal sealed record PictureTally(PictureTone Tone, bool IsFreed, long Blocks, long Bytes)
{
    /// <summary>What the blocks are, and what becomes of them.</summary>
    public string Name => ToneLook.FateOf(Tone, IsFreed) is { Length: > 0 } fate
        ? $"{ToneLook.Of(Tone).Name}, {fate}"
        : ToneLook.Of(Tone).Name;
}
