namespace HyperVLab.Engine;

/// <summary>The lab's date: it begins on a Monday morning, whatever the date outside.</summary>
public static class LabCalendar
{
    /// <summary>The date and time at which every lab begins (ours).</summary>
    public static DateTime Begin { get; } = new(2010, 1, 4, 8, 0, 0, DateTimeKind.Unspecified);

    /// <summary>The date and time of a moment of the lab.</summary>
    /// <param name="moment">Virtual time since the lab began.</param>
    public static DateTime DateOf(TimeSpan moment) => Begin + moment;
}
