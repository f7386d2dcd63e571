namespace HyperVLab.Pictures;

/// <summary>Draws timelines as an SVG that needs nothing else, on light and dark pages, at one scale.</summary>
internal sealed class SvgTimeline
{
    private const int Width = 960;
    private const int Margin = 24;
    private const int AmountEnd = 220;
    private const int TimeEnd = 300;
    private const int BarsStart = 320;
    private const int BarsWidth = Width - Margin - BarsStart;
    private const int RowHeight = 24;
    private const int BarHeight = 14;
    private const int TickCount = 5;

    private readonly SvgMarkup _body = new();
    private readonly IReadOnlyList<Timeline> _timelines;
    private readonly double _longest;
    private int _y = Margin;

    private SvgTimeline(IReadOnlyList<Timeline> timelines)
    {
        _timelines = timelines;
        _longest = Math.Max(1, timelines.Max(static timeline => timeline.Length.Ticks));
    }

    /// <summary>Draws timelines one below the other.</summary>
    /// <param name="timelines">At least one.</param>
    /// <returns>The whole file.</returns>
    public static string Draw(IReadOnlyList<Timeline> timelines) => new SvgTimeline(timelines).Draw();

    private string Draw()
    {
        foreach (Timeline timeline in _timelines)
        {
            Panel(timeline);
        }

        Legend();
        int height = _y + Margin;
        string title = string.Join("; ", _timelines.Select(static timeline => timeline.Title));
        var svg = new SvgMarkup();
        svg.Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\"")
            .Add($" width=\"{Width}\" height=\"{height}\" role=\"img\" aria-labelledby=\"time-title time-text\">")
            .Add($"<title id=\"time-title\">{SvgText.Of(title)}</title>")
            .Add($"<desc id=\"time-text\">{SvgText.Of(InWords())}</desc>");
        Style(svg);
        svg.Add($"<rect class=\"page\" width=\"{Width}\" height=\"{height}\"/>");
        return $"{svg}{_body}</svg>\n";
    }

    private static void Style(SvgMarkup svg) => svg
        .Add($"<style>")
        .Add($"text{{font-family:system-ui,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:13px}}")
        .Add($".title{{font-size:18px;font-weight:600}}.end{{text-anchor:end}}.middle{{text-anchor:middle}}")
        .Add($".page{{fill:#fff}}.ink{{fill:#1b2430}}.soft{{fill:#5a6675}}.grid{{stroke:#e1e6ec}}")
        .Add($".prepares{{fill:#64748b}}.sends{{fill:#2463b8}}.still{{fill:#d97a08}}")
        .Add($"@media(prefers-color-scheme:dark){{.page{{fill:#12171e}}.ink{{fill:#e8edf3}}.soft{{fill:#a3afbd}}")
        .Add($".grid{{stroke:#2c3540}}.prepares{{fill:#94a3b8}}.sends{{fill:#5b9bf0}}.still{{fill:#f2a33a}}}}")
        .Add($"</style>");

    private void Panel(Timeline timeline)
    {
        _y += 14;
        Text(Margin, "title ink", SvgText.Fit(timeline.Title, (Width - (2 * Margin)) * 0.75));
        _y += 22;
        Text(Margin, "soft", string.Join("; ", timeline.Facts));
        _y += 14;
        int bottom = _y + (timeline.Bars.Count * RowHeight);
        for (int tick = 0; tick <= TickCount; tick++)
        {
            string x = SvgText.Of(BarsStart + (BarsWidth * (double)tick / TickCount));
            _body.Add($"<path class=\"grid\" d=\"M{x} {_y}V{bottom + 4}\"/>");
        }

        foreach (TimelineBar bar in timeline.Bars)
        {
            Row(bar);
        }

        _y += 18;
        for (int tick = 0; tick <= TickCount; tick++)
        {
            double x = BarsStart + (BarsWidth * (double)tick / TickCount);
            string look = tick == TickCount ? "soft end" : "soft middle";
            Text(x, look, TimeText.Of(TimeSpan.FromTicks((long)(_longest * tick / TickCount))));
        }

        _y += 20;
    }

    private void Row(TimelineBar bar)
    {
        double x = BarsStart + (BarsWidth * bar.Start.Ticks / _longest);
        double width = Math.Max(2, BarsWidth * bar.Length.Ticks / _longest);
        string amount = bar.Amount.Length > 0 ? $", {bar.Amount}" : string.Empty;
        string about = $"{bar.Name}{amount}: {TimeText.Of(bar.Length)} from {TimeText.Of(bar.Start)}";
        _body.Add($"<rect class=\"{ClassOf(bar.Tone)}\" x=\"{SvgText.Of(Math.Min(x, Width - Margin - 2))}\"")
            .Add($" y=\"{_y + 5}\" width=\"{SvgText.Of(width)}\" height=\"{BarHeight}\" rx=\"2\">")
            .Add($"<title>{SvgText.Of(about)}</title></rect>");
        _y += 17;
        Text(Margin, "ink", bar.Name);
        Text(AmountEnd, "ink end", bar.Amount);
        Text(TimeEnd, "ink end", TimeText.Of(bar.Length));
        _y += RowHeight - 17;
    }

    private void Legend()
    {
        int x = Margin;
        _y += 6;
        foreach ((TimelineTone tone, string text) in (ReadOnlySpan<(TimelineTone, string)>)
        [
            (TimelineTone.Prepares, "is prepared"),
            (TimelineTone.Sends, "runs while memory is sent"),
            (TimelineTone.StandsStill, "stands still"),
        ])
        {
            if (_timelines.Any(timeline => timeline.Bars.Any(bar => bar.Tone == tone)))
            {
                _body.Add($"<rect class=\"{ClassOf(tone)}\" x=\"{x}\" y=\"{_y - 11}\" width=\"14\" height=\"14\"/>");
                Text(x + 22, "soft", text);
                x += 44 + (text.Length * 7);
            }
        }
    }

    private string InWords() => string.Join(' ', _timelines.Select(static timeline =>
        $"{string.Join("; ", timeline.Facts)}. " + string.Join("; ", timeline.Bars.Select(static bar =>
            $"{bar.Name}: {(bar.Amount.Length > 0 ? $"{bar.Amount} in " : string.Empty)}{TimeText.Of(bar.Length)}"))
        + "."));

    private static string ClassOf(TimelineTone tone) => tone switch
    {
        TimelineTone.StandsStill => "still",
        TimelineTone.Sends => "sends",
        _ => "prepares",
    };

    private void Text(double x, string look, string text) => SvgLegend.Text(_body, x, _y, look, text);
}
