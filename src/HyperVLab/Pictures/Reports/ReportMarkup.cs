namespace HyperVLab.Pictures.Reports;

/// <summary>Parts that drawings of a report share.</summary>
internal static class ReportMarkup
{
    /// <summary>Begins a drawing that a reader who does not see it is told of.</summary>
    public static SvgMarkup Begin(SvgMarkup page, int width, int height, string about) => page
        .Add($"<svg viewBox=\"0 0 {width} {height}\" width=\"{width}\" role=\"img\">")
        .Add($"<title>{SvgText.Of(about)}</title>");

    /// <summary>Writes a text at a place.</summary>
    public static void Text(SvgMarkup page, double x, double y, string look, string text) =>
        page.Add($"<text class=\"{look}\" x=\"{SvgText.Of(x)}\" y=\"{SvgText.Of(y)}\">{SvgText.Of(text)}</text>");

    /// <summary>Draws a block that says what it is when it is pointed at.</summary>
    public static void Block(
        SvgMarkup page, string look, double x, double y, double width, double height, string? about = null)
    {
        string place = $"class=\"{look}\" x=\"{SvgText.Of(x)}\" y=\"{SvgText.Of(y)}\""
            + $" width=\"{SvgText.Of(Math.Max(0, width))}\" height=\"{SvgText.Of(height)}\"";
        if (about is null)
        {
            page.Add($"<rect {place}/>");
        }
        else
        {
            page.Add($"<rect {place}><title>{SvgText.Of(about)}</title></rect>");
        }
    }

    /// <summary>Writes what colours stand for.</summary>
    public static void Legend(SvgMarkup page, params ReadOnlySpan<(string Look, string Name)> entries)
    {
        page.Add($"<ul class=\"legend\">");
        foreach ((string look, string name) in entries)
        {
            page.Add($"<li><svg width=\"12\" height=\"12\" aria-hidden=\"true\"><rect class=\"{look}\"")
                .Add($" width=\"12\" height=\"12\" rx=\"2\"/></svg>{SvgText.Of(name)}</li>");
        }

        page.Add($"</ul>");
    }
}
