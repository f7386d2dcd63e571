using HyperVLab.Engine.Management.Consolidation;

namespace HyperVLab.Pictures.Reports;

/// <summary>Draws the load of a week hour by hour.</summary>
internal static class WeekChart
{
    private const int Width = 960;
    private const int Height = 260;
    private const int Left = 44;
    private const int Bottom = 230;
    private const int Top = 12;
    private static readonly string[] s_days =
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <summary>Draws what all virtual machines of a plan ask for.</summary>
    public static void Write(SvgMarkup page, ConsolidationPlan plan)
    {
        var week = PlanWeek.Of(plan);
        ReportMarkup.Legend(page, ("one", "processors"), ("two", "network"), ("three", "operations of LUNs"));
        page.Add($"<div class=\"scroll\">");
        ReportMarkup.Begin(page, Width, Height, InWords(week));
        int highest = Math.Max(1000, week.Processors.Concat(week.Network).Concat(week.Luns).Max());
        for (int percent = 0; percent <= 100; percent += 25)
        {
            double y = Y(percent * 10, highest);
            page.Add($"<path class=\"grid\" d=\"M{Left} {SvgText.Of(y)}H{Width}\"/>");
            ReportMarkup.Text(page, Left - 6, y + 4, "end", $"{percent} %");
        }

        for (int day = 0; day < s_days.Length; day++)
        {
            page.Add($"<path class=\"grid\" d=\"M{SvgText.Of(X(day * 24))} {Top}V{Bottom}\"/>");
            ReportMarkup.Text(page, X((day * 24) + 12), Bottom + 18, "middle", s_days[day]);
        }

        Course(page, "line-three", week.Luns, highest);
        Course(page, "line-two", week.Network, highest);
        Course(page, "line-one", week.Processors, highest);
        page.Add($"</svg>").Add($"</div>");
    }

    private static void Course(SvgMarkup page, string look, IReadOnlyList<int> hours, int highest)
    {
        IEnumerable<string> points = hours.Select((value, hour) =>
            $"{SvgText.Of(X(hour + 0.5))} {SvgText.Of(Y(value, highest))}");
        page.Add($"<path class=\"course {look}\" d=\"M{string.Join('L', points)}\"/>");
    }

    private static string InWords(PlanWeek week) =>
        $"In their busiest hours virtual machines ask for {Percent(week.Processors)} of the processors, "
        + $"{Percent(week.Network)} of the network and {Percent(week.Luns)} of what LUNs answer.";

    private static string Percent(IReadOnlyList<int> hours) => $"{SvgText.Of(hours.Max() / 10.0)} %";

    private static double X(double hour) => Left + ((Width - Left) * hour / LoadWeek.Hours);

    private static double Y(double permille, int highest) => Bottom - ((Bottom - Top) * permille / highest);
}
