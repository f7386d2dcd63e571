namespace HyperVLab.Engine.Clustering.Rules;

/// <summary>The hours of the day in which a group may fail back, such as 22 to 4.</summary>
internal static class FailbackWindow
{
    /// <summary>Whether a group may fail back at a moment.</summary>
    /// <param name="date">The lab's date.</param>
    /// <param name="start">FailbackWindowStart, an hour; -1 for always.</param>
    /// <param name="end">FailbackWindowEnd, an hour; -1 for always.</param>
    public static bool IsOpen(DateTime date, int start, int end) =>
        start < 0 || end < 0 || start == end
        || (start < end ? date.Hour >= start && date.Hour < end : date.Hour >= start || date.Hour < end);

    /// <summary>How long until the hour of the beginning comes next.</summary>
    public static TimeSpan UntilOpen(DateTime date, int start)
    {
        DateTime opening = date.Date.AddHours(start);
        return (opening > date ? opening : opening.AddDays(1)) - date;
    }
}
