using System.Globalization;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>What a schedule of conversions goes by, with where each figure comes from.</summary>
public sealed record ScheduleSettings
{
    /// <summary>The weekday on whose evening the first night begins; Monday is 0.</summary>
    public int FirstWeekday { get; init; }

    /// <summary>The hour of the evening at which nights begin (ours: after the evening's work and its
    /// backups).</summary>
    public int BeginHour { get; init; } = 22;

    /// <summary>Hours of a night before a working day (ours: people come at seven, and two hours are for
    /// mending).</summary>
    public int WorkNightHours { get; init; } = 7;

    /// <summary>Hours of a night before a day without work (ours).</summary>
    public int FreeNightHours { get; init; } = 10;

    /// <summary>What the uplink of a segment carries, in Mbit/s (ours: switches of the time of the servers).</summary>
    public int LinkMegabits { get; init; } = 1000;

    /// <summary>The share of it that conversions take, in per cent (ours: the rest is for backups).</summary>
    public int LinkSharePercent { get; init; } = 70;

    /// <summary>Conversions that share an uplink at a time (ours).</summary>
    public int LanesPerLink { get; init; } = 2;

    /// <summary>Conversions onto one host at a time (ours).</summary>
    public int LanesPerHost { get; init; } = 2;

    /// <summary>The most conversions of a night (ours: as many as can be looked after in the morning).</summary>
    public int MaxPerNight { get; init; } = 80;

    /// <summary>The most conversions of the first night, the pilot (ours).</summary>
    public int PilotCount { get; init; } = 20;

    /// <summary>What a conversion takes beside the copy: agent, scan, snapshot, fix-up and the first boot
    /// (ours).</summary>
    public int OnlineMinutes { get; init; } = 15;

    /// <summary>The same where the server boots Windows PE (ours).</summary>
    public int OfflineMinutes { get; init; } = 25;

    /// <summary>Refuses figures with which nothing can be scheduled.</summary>
    /// <exception cref="LabException">One is out of its range; the message says which.</exception>
    internal void Demand()
    {
        DemandBetween(nameof(FirstWeekday), FirstWeekday, 0, 6);
        DemandBetween(nameof(BeginHour), BeginHour, 12, 23);
        DemandBetween(nameof(WorkNightHours), WorkNightHours, 1, 12);
        DemandBetween(nameof(FreeNightHours), FreeNightHours, 1, 16);
        DemandBetween(nameof(LinkMegabits), LinkMegabits, 10, 1_000_000);
        DemandBetween(nameof(LinkSharePercent), LinkSharePercent, 1, 100);
        DemandBetween(nameof(LanesPerLink), LanesPerLink, 1, 16);
        DemandBetween(nameof(LanesPerHost), LanesPerHost, 1, 16);
        DemandBetween(nameof(MaxPerNight), MaxPerNight, 1, 1000);
        DemandBetween(nameof(PilotCount), PilotCount, 0, MaxPerNight);
    }

    /// <summary>How long the night is that begins on the evening of a day.</summary>
    /// <param name="day">The day; 0 is the Monday before the first night, or its own.</param>
    public TimeSpan NightOf(int day) =>
        TimeSpan.FromHours(day % 7 is 4 or 5 ? FreeNightHours : WorkNightHours);

    private static void DemandBetween(string figure, long value, long low, long high)
    {
        if (value < low || value > high)
        {
            throw ConsolidationErrors.FigureNotPossible.For(figure, figure, Text(value), Text(low), Text(high));
        }
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
