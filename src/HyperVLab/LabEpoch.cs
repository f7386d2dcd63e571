namespace HyperVLab;

/// <summary>
/// The date at which every lab begins, for properties that are dates in the real modules. The lab itself only knows
/// time since it began.
/// </summary>
internal static class LabEpoch
{
    /// <summary>The first working day of the year in which Hyper-V Server 2008 R2 was new, at eight (ours).</summary>
    public static DateTime Begin => Engine.LabCalendar.Begin;

    /// <summary>The date of a moment in a lab.</summary>
    public static DateTime DateOf(TimeSpan moment) => Begin + moment;

    /// <summary>The date of a moment in a lab, where it has come.</summary>
    public static DateTime? DateOf(TimeSpan? moment) => moment is { } known ? DateOf(known) : null;

    /// <summary>The moment in a lab at a date.</summary>
    public static TimeSpan MomentOf(DateTime date) => date - Begin;
}
