namespace HyperVLab.Pictures;

/// <summary>The legend of an SVG: what its colours mean, and how much of each there is in each state of the
/// disk.</summary>
internal static class SvgLegend
{
    private const int RowHeight = 22;
    private const int FirstColumnEnd = 440;
    private const int ColumnWidth = 210;
    private const int SwatchSize = 14;

    /// <summary>Writes it.</summary>
    /// <param name="svg">Where to.</param>
    /// <param name="panels">The states of the disk.</param>
    /// <param name="x">Where it begins.</param>
    /// <param name="y">Below what it stands.</param>
    /// <returns>Where it ends.</returns>
    public static int Write(SvgMarkup svg, IReadOnlyList<PicturePanel> panels, int x, int y)
    {
        var tallies = panels.Select(static panel => panel.Picture.Tally()).ToList();
        var keys = tallies.SelectMany(static each => each)
            .Select(static tally => tally with { Blocks = 0, Bytes = 0 })
            .Distinct()
            .OrderBy(static key => (key.Tone == PictureTone.Absent, key.IsFreed, key.Tone));
        if (panels.Any(static panel => panel.Caption.Length > 0))
        {
            y += RowHeight;
            foreach ((int index, PicturePanel panel) in panels.Index())
            {
                Text(svg, FirstColumnEnd + (index * ColumnWidth), y, "soft end", panel.Caption);
            }
        }

        foreach (PictureTally key in keys)
        {
            y += RowHeight;
            Swatch(svg, x, y - 11, SwatchSize, SwatchSize, key.Tone, key.IsFreed, string.Empty);
            Text(svg, x + SwatchSize + 10, y, "ink", key.Name);
            foreach ((int index, IReadOnlyList<PictureTally> each) in tallies.Index())
            {
                PictureTally? tally = each.FirstOrDefault(tally => tally.Name == key.Name);
                Text(svg, FirstColumnEnd + (index * ColumnWidth), y, "ink end", tally is null ? "–" : Amount(tally));
            }
        }

        return y;
    }

    /// <summary>The same for who cannot see it.</summary>
    public static string InWords(IReadOnlyList<PicturePanel> panels) => string.Join(' ', panels.Select(static panel =>
    {
        IEnumerable<string> amounts = panel.Picture.Tally().Select(static tally => $"{tally.Name}: {Amount(tally)}");
        string caption = panel.Caption.Length > 0 ? $"{panel.Caption}: " : string.Empty;
        return $"{caption}A file of {ByteText.Of(panel.Picture.FileSizeBytes)}. {string.Join("; ", amounts)}.";
    }));

    /// <summary>Writes a rectangle in the look of a tone.</summary>
    public static void Swatch(
        SvgMarkup svg, double x, double y, double width, double height, PictureTone tone, bool isFreed, string about)
    {
        string end = about.Length == 0 ? "/>" : $"><title>{SvgText.Of(about)}</title></rect>";
        svg.Add($"<rect {SvgStyle.FillOf(tone, isFreed)} x=\"{SvgText.Of(x)}\" y=\"{SvgText.Of(y)}\"")
            .Add($" width=\"{SvgText.Of(width)}\" height=\"{SvgText.Of(height)}\"{end}");
    }

    /// <summary>Writes text; none where it is empty.</summary>
    public static void Text(SvgMarkup svg, double x, double y, string look, string text)
    {
        if (text.Length > 0)
        {
            svg.Add($"<text class=\"{look}\" x=\"{SvgText.Of(x)}\" y=\"{SvgText.Of(y)}\">{SvgText.Of(text)}</text>");
        }
    }

    private static string Amount(PictureTally tally) =>
        $"{ByteText.Count(tally.Blocks)} {(tally.Blocks == 1 ? "block" : "blocks")}, {ByteText.Of(tally.Bytes)}";
}
