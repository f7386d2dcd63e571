namespace HyperVLab.Pictures;

/// <summary>How a tone looks and what it is called.</summary>
/// <param name="Glyph">The character of coloured text.</param>
/// <param name="Letter">The character of plain text; small where a compaction frees the block.</param>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Class">Its class in an SVG.</param>
internal sealed record ToneLook(char Glyph, char Letter, string Name, string Class)
{
    private static readonly Dictionary<PictureTone, ToneLook> s_looks = new()
    {
        [PictureTone.Data] = new('█', 'D', "data", "data"),
        [PictureTone.Unsure] = new('▓', 'U', "data, unsure", "unsure"),
        [PictureTone.Outside] = new('■', 'O', "outside of volumes", "outside"),
        [PictureTone.FreeSpace] = new('▒', 'F', "free space", "free"),
        [PictureTone.FreeOrZeros] = new('≈', 'M', "free space, zeros", "mixed"),
        [PictureTone.Zeros] = new('░', 'Z', "zeros", "zeros"),
        [PictureTone.Unused] = new('-', 'N', "never written", "unused"),
        [PictureTone.Absent] = new('·', '.', "not in the file", "absent"),
    };

    /// <summary>The look of a tone.</summary>
    public static ToneLook Of(PictureTone tone) => s_looks[tone];

    /// <summary>The character of a block.</summary>
    public char CharacterOf(bool isFreed, bool isColoured) =>
        isColoured ? Glyph : isFreed ? char.ToLowerInvariant(Letter) : Letter;

    /// <summary>What becomes of such blocks, in a word; empty for those that have no place.</summary>
    public static string FateOf(PictureTone tone, bool isFreed) =>
        tone == PictureTone.Absent ? string.Empty : isFreed ? "freed" : "kept";
}
