namespace HyperVLab.Pictures;

/// <summary>Draws a timeline in characters.</summary>
internal static class TextTimeline
{
    private const int LeastBar = 20;
    private const int MostBar = 100;
    private const string Still = "\e[93m";
    private const string Sends = "\e[94m";
    private const string Prepares = "\e[90m";
    private const string Reset = "\e[0m";

    /// <summary>Draws it.</summary>
    /// <param name="timeline">What it shows.</param>
    /// <param name="width">How many characters a line may have.</param>
    /// <param name="isColoured">Whether to colour by ANSI sequences.</param>
    /// <returns>Lines, with no line end after the last.</returns>
    public static string Draw(Timeline timeline, int width, bool isColoured)
    {
        int names = Widest(timeline, static bar => bar.Name);
        int amounts = Widest(timeline, static bar => bar.Amount);
        int times = Widest(timeline, static bar => TimeText.Of(bar.Length));
        int room = Math.Clamp(width - names - amounts - times - 4, LeastBar, MostBar);
        string facts = string.Join("; ", timeline.Facts);
        List<string> lines = [timeline.Title, .. facts.Length <= width ? [facts] : timeline.Facts, string.Empty];
        foreach (TimelineBar bar in timeline.Bars)
        {
            int from = Place(timeline, bar.Start, room - 1);
            int to = Math.Max(from + 1, Place(timeline, bar.Start + bar.Length, room));
            string drawn = new(isColoured ? '█' : CharacterOf(bar.Tone), to - from);
            drawn = isColoured ? $"{ColourOf(bar.Tone)}{drawn}{Reset}" : drawn;
            lines.Add($"{bar.Name.PadRight(names)} {bar.Amount.PadLeft(amounts)} "
                + $"{TimeText.Of(bar.Length).PadLeft(times)} {new string(' ', from)}{drawn}");
        }

        return string.Join(Environment.NewLine, lines);
    }

    private static int Widest(Timeline timeline, Func<TimelineBar, string> text) =>
        timeline.Bars.Select(bar => text(bar).Length).DefaultIfEmpty(0).Max();

    private static int Place(Timeline timeline, TimeSpan moment, int room) => timeline.Length == TimeSpan.Zero
        ? 0
        : (int)Math.Clamp(Math.Round(room * (moment / timeline.Length)), 0, room);

    private static char CharacterOf(TimelineTone tone) => tone switch
    {
        TimelineTone.StandsStill => '#',
        TimelineTone.Sends => '=',
        _ => '.',
    };

    private static string ColourOf(TimelineTone tone) => tone switch
    {
        TimelineTone.StandsStill => Still,
        TimelineTone.Sends => Sends,
        _ => Prepares,
    };
}
