using System.Text;

namespace HyperVLab.Pictures;

/// <summary>Draws a disk's blocks in characters, in colours or without.</summary>
internal static class TextPicture
{
    private const int MaximumRows = 16;
    private const int MaximumColumns = 128;
    private const int ColumnStep = 16;

    // The sixteen colours are those of the reader's own theme.
    private const string Kept = "\e[94m";
    private const string KeptSpare = "\e[36m";
    private const string Freed = "\e[93m";
    private const string Nothing = "\e[90m";
    private const string Reset = "\e[0m";

    /// <summary>Draws a picture.</summary>
    /// <param name="picture">What it shows.</param>
    /// <param name="width">How many characters a line may have.</param>
    /// <param name="isColoured">
    /// Whether to colour by ANSI sequences what is kept and freed; without them letters tell it, small ones for what
    /// is freed.
    /// </param>
    /// <returns>Lines, with no line end after the last.</returns>
    public static string Draw(BlockPicture picture, int width, bool isColoured)
    {
        int margin = Margin(picture);
        int columns = Math.Clamp((width - margin - 1) / ColumnStep * ColumnStep, ColumnStep, MaximumColumns);
        CellGrid grid = CellGrid.Of(picture, CellGrid.BlocksToCell(picture.BlockCount, columns * MaximumRows));
        List<string> lines = [.. Heading(picture, grid)];
        for (int cell = 0; cell < grid.Count; cell += columns)
        {
            string offset = ByteText.Of(cell * grid.BlocksPerCell * picture.BlockSizeBytes).PadLeft(margin);
            lines.Add($"{offset} {Row(grid, cell, columns, isColoured)}");
        }

        lines.AddRange(Legend(picture, isColoured));
        return string.Join(Environment.NewLine, lines.Select(static line => line.TrimEnd()));
    }

    private static int Margin(BlockPicture picture)
    {
        // The offsets of rows are at most this long, whatever the rows will be.
        return picture.SizeBytes >= 1L << 20 ? "1,000 MB".Length : "1,000 bytes".Length;
    }

    private static IEnumerable<string> Heading(BlockPicture picture, CellGrid grid)
    {
        string cell = grid.BlocksPerCell == 1 ? "one block" : $"{ByteText.Count(grid.BlocksPerCell)} blocks";
        yield return Printable(picture.Title);
        if (picture.Subtitle.Length > 0)
        {
            yield return Printable(picture.Subtitle);
        }

        yield return $"{ByteText.Count(picture.BlockCount)} blocks of {ByteText.Of(picture.BlockSizeBytes)}; "
            + $"a character is {cell} ({ByteText.Of(grid.BlocksPerCell * picture.BlockSizeBytes)})";
        yield return string.Empty;
    }

    private static string Row(CellGrid grid, int first, int columns, bool isColoured)
    {
        var row = new StringBuilder();
        string colour = string.Empty;
        for (int cell = first; cell < Math.Min(first + columns, grid.Count); cell++)
        {
            (PictureTone tone, bool isFreed) = grid[cell];
            if (isColoured && ColourOf(tone, isFreed) != colour)
            {
                row.Append(colour = ColourOf(tone, isFreed));
            }

            row.Append(ToneLook.Of(tone).CharacterOf(isFreed, isColoured));
        }

        return row.Append(isColoured ? Reset : string.Empty).ToString();
    }

    private static IEnumerable<string> Legend(BlockPicture picture, bool isColoured)
    {
        IReadOnlyList<PictureTally> tallies = picture.Tally();
        int blocks = tallies.Max(static tally => ByteText.Count(tally.Blocks).Length);
        int bytes = tallies.Max(static tally => ByteText.Of(tally.Bytes).Length);
        yield return string.Empty;
        foreach (PictureTally tally in tallies)
        {
            var look = ToneLook.Of(tally.Tone);
            string sign = $"{look.CharacterOf(tally.IsFreed, isColoured)}";
            sign = isColoured ? $"{ColourOf(tally.Tone, tally.IsFreed)}{sign}{Reset}" : sign;
            yield return $"  {sign} {look.Name,-18} {ToneLook.FateOf(tally.Tone, tally.IsFreed),-5} "
                + $"{ByteText.Count(tally.Blocks).PadLeft(blocks)} {(tally.Blocks == 1 ? "block " : "blocks")} "
                + ByteText.Of(tally.Bytes).PadLeft(bytes);
        }

        if (picture.Spans.Count > 0)
        {
            yield return string.Empty;
        }

        foreach (PictureSpan span in picture.Spans)
        {
            yield return $"  {Printable(span.Name)}: {ByteText.Of(span.LengthBytes)} from "
                + ByteText.Of(span.OffsetBytes);
        }
    }

    private static string ColourOf(PictureTone tone, bool isFreed) => (tone, isFreed) switch
    {
        (PictureTone.Absent, _) => Nothing,
        (_, true) => Freed,
        (PictureTone.Data, _) => Kept,
        _ => KeptSpare,
    };

    // A label of a volume is whatever somebody wrote, escape sequences included.
    private static string Printable(string text) =>
        string.Concat(text.Select(static letter => char.IsControl(letter) ? '?' : letter));
}
