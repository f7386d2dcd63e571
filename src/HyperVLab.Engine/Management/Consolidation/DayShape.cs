namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>
/// How load goes over the hours of a day, in thousandths of its highest (ours: the courses that Gmach, Rolia,
/// Cherkasova and Kemper, "Workload analysis and demand prediction of enterprise data center applications", IISWC 2007,
/// found in most of 139 applications: a day's and a week's period with bursts on it).
/// </summary>
/// <param name="Weekday">For each hour of Monday to Friday.</param>
/// <param name="Weekend">For each hour of Saturday and Sunday.</param>
internal sealed record DayShape(IReadOnlyList<int> Weekday, IReadOnlyList<int> Weekend)
{
    private static readonly int[] s_quiet =
        [40, 40, 40, 40, 40, 40, 40, 50, 70, 90, 100, 100, 90, 90, 100, 100, 90, 80, 60, 50, 40, 40, 40, 40];

    private static readonly int[] s_night =
        [1000, 1000, 950, 850, 600, 300, 100, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 80, 150, 300, 500, 700, 900,
            1000];

    private static readonly int[] s_level =
        [720, 720, 740, 760, 760, 740, 760, 840, 920, 960, 980, 1000, 960, 960, 980, 980, 960, 920, 860, 820, 800, 780,
            760, 740];

    /// <summary>People at work: from eight to six, less at noon.</summary>
    public static DayShape Office { get; } = new(
        [40, 40, 40, 40, 40, 50, 110, 350, 820, 1000, 990, 940, 700, 840, 980, 990, 930, 760, 450, 220, 130, 90, 60,
            50],
        s_quiet);

    /// <summary>Logons: a peak when people come, a lower one after noon.</summary>
    public static DayShape Logons { get; } = new(
        [30, 30, 30, 30, 40, 60, 180, 620, 1000, 760, 420, 360, 340, 560, 380, 340, 300, 240, 160, 100, 70, 50, 40, 30],
        s_quiet);

    /// <summary>People at work and customers in the evening.</summary>
    public static DayShape Web { get; } = new(
        [180, 120, 80, 60, 60, 80, 160, 320, 600, 820, 900, 920, 880, 860, 900, 910, 880, 840, 820, 900, 1000, 940, 640,
            340],
        [200, 140, 90, 60, 60, 70, 110, 190, 320, 460, 560, 600, 600, 600, 600, 610, 620, 640, 700, 790, 860, 800, 560,
            320]);

    /// <summary>Jobs at night, every night.</summary>
    public static DayShape Night { get; } = new(s_night, s_night);

    /// <summary>Hardly any difference between hours.</summary>
    public static DayShape Level { get; } = new(s_level, s_level);

    /// <summary>The thousandths at an hour of the week.</summary>
    /// <param name="hour">From Monday 0:00, 0 to 167.</param>
    public int At(int hour) => (hour < LoadWeek.WeekdayHours ? Weekday : Weekend)[hour % 24];
}
