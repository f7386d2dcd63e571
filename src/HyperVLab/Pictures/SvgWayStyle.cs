namespace HyperVLab.Pictures;

/// <summary>The look of ways, on light and on dark pages.</summary>
internal static class SvgWayStyle
{
    private static readonly (string Look, string Light, string Dark)[] s_colours =
    [
        (".page", "fill:#ffffff", "fill:#12171e"),
        (".host", "fill:#f7f9fb;stroke:#c3ccd6", "fill:#181e27;stroke:#3a4553"),
        (".parent", "fill:#e3edfa", "fill:#1b2c42"),
        (".child", "fill:#e4f3e8", "fill:#1a3324"),
        (".hypervisor", "fill:#efe6f8", "fill:#2c2340"),
        (".hardware", "fill:#e6eaef", "fill:#262d37"),
        (".card", "fill:#ffffff;stroke:#cfd7e0", "fill:#12171e;stroke:#3a4553"),
        (".halt", "stroke:#c0362c", "stroke:#f0776c"),
        (".way", "stroke:#2463b8", "stroke:#5b9bf0"),
        (".asked", "stroke:#7a8694", "stroke:#8b98a8"),
        (".dot", "fill:#2463b8", "fill:#5b9bf0"),
        (".halted", "fill:#c0362c", "fill:#f0776c"),
        (".number", "fill:#ffffff", "fill:#12171e"),
        (".ink", "fill:#1b2430", "fill:#e8edf3"),
        (".soft", "fill:#5a6675", "fill:#a3afbd"),
        (".part", "fill:#3d4a5c", "fill:#b9c4d1"),
        (".stopped", "fill:#b02a20", "fill:#f0776c"),
    ];

    /// <summary>Writes the style sheet.</summary>
    public static void Write(SvgMarkup svg)
    {
        string light = string.Concat(s_colours.Select(static each => $"{each.Look}{{{each.Light}}}"));
        string dark = string.Concat(s_colours.Select(static each => $"{each.Look}{{{each.Dark}}}"));
        svg.Add($"<style>")
            .Add($"text{{font-family:system-ui,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:13px}}")
            .Add($".title{{font-size:18px;font-weight:600}}.caption{{font-size:14px;font-weight:600}}")
            .Add($".name{{font-size:12.5px;font-weight:600}}.small,.part{{font-size:11.5px}}")
            .Add($".number{{font-size:11px;font-weight:600;text-anchor:middle}}")
            .Add($".end{{text-anchor:end}}.middle{{text-anchor:middle}}")
            .Add($".way{{fill:none;stroke-width:3;stroke-linejoin:round;stroke-linecap:round}}.halt{{stroke-width:2}}")
            .Add($".asked{{fill:none;stroke-width:2;stroke-dasharray:5 5}}")
            .Add($"{light}")
            .Add($"@media(prefers-color-scheme:dark){{{dark}}}")
            .Add($"</style>");
    }
}
