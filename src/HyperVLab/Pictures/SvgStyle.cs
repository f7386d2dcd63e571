namespace HyperVLab.Pictures;

/// <summary>The colours of an SVG, on light and on dark pages.</summary>
internal static class SvgStyle
{
    private static readonly (PictureTone Tone, string Light, string Dark)[] s_fills =
    [
        (PictureTone.Data, "#2463b8", "#5b9bf0"),
        (PictureTone.Unsure, "#12898f", "#3fc0c6"),
        (PictureTone.Outside, "#64748b", "#94a3b8"),
        (PictureTone.FreeSpace, "#d97a08", "#f2a33a"),
        (PictureTone.FreeOrZeros, "#c2571a", "#f08a50"),
        (PictureTone.Zeros, "#b8a000", "#e0cb3c"),
        (PictureTone.Unused, "#8a4fc4", "#b98aea"),
        (PictureTone.Absent, "#e9edf2", "#262d37"),
    ];

    /// <summary>How what is drawn with a tone is filled: hatched where a compaction frees it.</summary>
    public static string FillOf(PictureTone tone, bool isFreed)
    {
        string name = ToneLook.Of(tone).Class;
        return isFreed ? $"fill=\"url(#freed-{name})\"" : $"class=\"{name}\"";
    }

    /// <summary>Writes the style sheet and the hatchings.</summary>
    public static void Write(SvgMarkup svg)
    {
        string light = Theme("#ffffff", "#1b2430", "#5a6675", "#94a0b0", static fill => fill.Light);
        string dark = Theme("#12171e", "#e8edf3", "#a3afbd", "#5f6c7b", static fill => fill.Dark);
        svg.Add($"<style>")
            .Add($"text{{font-family:system-ui,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:13px}}")
            .Add($".title{{font-size:20px;font-weight:600}}.caption{{font-size:14px;font-weight:600}}")
            .Add($".end{{text-anchor:end}}.gap{{fill:none}}.edge{{fill:none;stroke-width:1}}")
            .Add($"{light}")
            .Add($"@media(prefers-color-scheme:dark){{{dark}}}")
            .Add($"</style>")
            .Add($"<defs>");
        foreach ((PictureTone tone, _, _) in s_fills.Where(static fill => fill.Tone != PictureTone.Absent))
        {
            Hatching(svg, ToneLook.Of(tone).Class);
        }

        svg.Add($"</defs>");
    }

    private static string Theme(
        string page, string ink, string soft, string edge, Func<(PictureTone, string Light, string Dark), string> fill)
    {
        string tones = string.Concat(s_fills.Select(each => $".{ToneLook.Of(each.Tone).Class}{{fill:{fill(each)}}}"));
        return $".page{{fill:{page}}}.gap,.hatch{{stroke:{page}}}.ink{{fill:{ink}}}.soft{{fill:{soft}}}"
            + $".edge{{stroke:{edge}}}{tones}";
    }

    private static void Hatching(SvgMarkup svg, string name) => svg
        .Add($"<pattern id=\"freed-{name}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"")
        .Add($" patternTransform=\"rotate(45)\">")
        .Add($"<rect width=\"6\" height=\"6\" class=\"{name}\"/>")
        .Add($"<path d=\"M0 0V6\" class=\"hatch\" stroke-width=\"3\"/>")
        .Add($"</pattern>");
}
