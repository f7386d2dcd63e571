using HyperVLab.Engine.Management.Consolidation;
using HyperVLab.Objects;

namespace HyperVLab.Pictures.Reports;

/// <summary>Draws the conversions of each night in its window.</summary>
internal static class NightChart
{
    private const int Width = 960;
    private const int Left = 110;
    private const int Top = 22;
    private const int MinimumRow = 14;
    private const double Pitch = 2.5;
    private static readonly string[] s_days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    /// <summary>Draws what was done, or what is planned where nothing was done yet.</summary>
    public static void Write(
        SvgMarkup page, IReadOnlyList<ConsolidationWave> waves, IReadOnlyList<ConversionOutcome> outcomes)
    {
        bool isDone = outcomes.Count > 0;
        NightBar[][] rows =
        [
            .. waves.Select(wave => isDone
                ? outcomes.Where(one => one.Wave == wave.Number).Select(NightBar.Of).ToArray()
                : [.. wave.Conversions.Select(NightBar.Of)]),
        ];
        ReportMarkup.Legend(
            page,
            ("one", isDone ? "converted" : "while the server works"),
            ("two", isDone ? "converted by a later attempt" : "while it boots Windows PE"),
            ("bad", "failed"));
        TimeSpan longest = waves.Max(static wave => wave.End - wave.Start);
        int[] heights = [.. rows.Select(static row => Math.Max(MinimumRow, (int)(Stack(row).Count * Pitch) + 4))];
        page.Add($"<div class=\"scroll\">");
        ReportMarkup.Begin(page, Width, Top + heights.Sum() + (heights.Length * 4), "Conversions night by night");
        Hours(page, waves[0], longest, Top + heights.Sum() + (heights.Length * 4));
        double y = Top;
        for (int index = 0; index < rows.Length; index++)
        {
            Night(page, waves[index], rows[index], longest, y, heights[index]);
            y += heights[index] + 4;
        }

        page.Add($"</svg>").Add($"</div>");
    }

    private static void Hours(SvgMarkup page, ConsolidationWave wave, TimeSpan longest, int bottom)
    {
        for (int hour = 0; hour <= (int)longest.TotalHours; hour++)
        {
            double x = X(TimeSpan.FromHours(hour), longest);
            page.Add($"<path class=\"grid\" d=\"M{SvgText.Of(x)} {Top - 4}V{bottom}\"/>");
            string look = hour == (int)longest.TotalHours ? "end" : hour == 0 ? string.Empty : "middle";
            ReportMarkup.Text(page, x, 12, look, $"{(wave.Start.Hours + hour) % 24}:00");
        }
    }

    private static void Night(
        SvgMarkup page, ConsolidationWave wave, NightBar[] bars, TimeSpan longest, double y, int height)
    {
        double end = X(wave.End - wave.Start, longest);
        ReportMarkup.Text(page, 0, y + 11, "ink", $"{wave.Number}");
        int day = wave.Start.Days;
        ReportMarkup.Text(page, 22, y + 11, string.Empty, $"{s_days[day % 7]}, week {(day / 7) + 1}");
        ReportMarkup.Block(page, "grid", Left, y, end - Left, height);
        foreach ((NightBar bar, int place) in Stack(bars).SelectMany(static (lane, place) =>
            lane.Select(bar => (bar, place))))
        {
            double x = X(bar.Start - wave.Start, longest);
            double width = Math.Max(1.5, X(bar.End - wave.Start, longest) - x - 0.5);
            ReportMarkup.Block(page, bar.Look, x, y + 2 + (place * Pitch), width, Pitch - 0.5, bar.About);
        }
    }

    // Puts bars that overlap one below the other, as few rows as there are at a time.
    private static List<List<NightBar>> Stack(NightBar[] bars)
    {
        List<List<NightBar>> rows = [];
        foreach (NightBar bar in bars.OrderBy(static bar => bar.Start))
        {
            if (rows.Find(row => row[^1].End <= bar.Start) is { } free)
            {
                free.Add(bar);
            }
            else
            {
                rows.Add([bar]);
            }
        }

        return rows;
    }

    private static double X(TimeSpan since, TimeSpan longest) =>
        Left + ((Width - Left) * Math.Clamp(since / longest, 0, 1));
}
