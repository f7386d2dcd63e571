namespace HyperVLab.Pictures;

/// <summary>
/// Draws ways of requests as an SVG that needs nothing else, on light and dark pages: computers side by side, each with
/// its hypervisor at the bottom and the partitions above, and the way as a line through its numbered hops.
/// </summary>
internal static class SvgWay
{
    /// <summary>The page's margin.</summary>
    public const int Margin = 24;

    private const int Gap = 28;

    /// <summary>Draws ways one below the other.</summary>
    /// <param name="pictures">At least one.</param>
    /// <returns>The whole file.</returns>
    public static string Draw(IReadOnlyList<WayPicture> pictures)
    {
        var body = new SvgMarkup();
        double width = pictures.Max(WayLayout.WidthOf) + (2 * Margin);
        double y = Margin;
        foreach (WayPicture picture in pictures)
        {
            y = Heading(body, picture, y, width);
            var layout = new WayLayout(picture, Margin, y);
            SvgWayParts.Write(body, layout);
            y = layout.Bottom + Gap;
        }

        double height = y - Gap + Margin;
        string title = string.Join("; ", pictures.Select(static picture => picture.Title));
        var svg = new SvgMarkup();
        svg.Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {SvgText.Of(width)} {SvgText.Of(height)}\"")
            .Add($" width=\"{SvgText.Of(width)}\" height=\"{SvgText.Of(height)}\" role=\"img\"")
            .Add($" aria-labelledby=\"way-title way-text\"><title id=\"way-title\">{SvgText.Of(title)}</title>")
            .Add($"<desc id=\"way-text\">{SvgText.Of(InWords(pictures))}</desc>");
        SvgWayStyle.Write(svg);
        svg.Add($"<rect class=\"page\" width=\"{SvgText.Of(width)}\" height=\"{SvgText.Of(height)}\"/>");
        return $"{svg}{body}</svg>\n";
    }

    private static double Heading(SvgMarkup svg, WayPicture picture, double y, double width)
    {
        SvgLegend.Text(svg, Margin, y + 14, "title ink", SvgText.Fit(picture.Title, (width - (2 * Margin)) * 0.7));
        SvgLegend.Text(svg, Margin, y + 36, "soft", string.Join("; ", picture.Facts.Take(2)).Replace(" us ", " µs "));
        if (picture.Facts.Count == 2)
        {
            return y + 52;
        }

        SvgLegend.Text(svg, Margin, y + 56, "stopped", picture.Facts[2]);
        return y + 72;
    }

    private static string InWords(IReadOnlyList<WayPicture> pictures) => string.Join(' ', pictures.Select(
        static picture => $"{string.Join("; ", picture.Facts)}. " + string.Join("; ", picture.Panels.SelectMany(
            static panel => panel.Hops.Select(hop =>
                $"{hop.Number}: {panel.Name}, {hop.Name}, {WayPicture.TimeOf(hop.Microseconds, "µs")}"))) + "."));
}
