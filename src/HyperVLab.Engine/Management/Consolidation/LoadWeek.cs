using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>
/// Loads over a virtual week. Nothing ticks: the load of an hour is reckoned from the profile when somebody asks, and
/// is the same whenever and wherever that is. Servers of an application are busy together, others each in their own
/// way.
/// </summary>
public static class LoadWeek
{
    /// <summary>Hours of a week, from Monday 0:00.</summary>
    public const int Hours = 168;

    /// <summary>Hours from Monday to Friday.</summary>
    public const int WeekdayHours = 120;

    private const int SaturdayBegins = 120;
    private const int FullBackupHours = 4;
    private const int KilobitsToAnOperation = 64 * 8;

    // Bursts about their mean, each as likely as the others (ours: skewed as those of enterprise servers are).
    private static readonly int[] s_ownBursts =
        [500, 590, 660, 720, 780, 840, 890, 940, 990, 1040, 1100, 1160, 1240, 1340, 1490, 1800];

    private static readonly int[] s_sharedBursts = [850, 890, 930, 970, 1010, 1050, 1100, 1200];

    /// <summary>The load in an hour.</summary>
    /// <param name="profile">What it is made of.</param>
    /// <param name="hour">The hour, from Monday 0:00; those beyond a week are of later weeks.</param>
    public static LoadSample At(LoadProfile profile, int hour)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentOutOfRangeException.ThrowIfNegative(hour);
        var draws = new Draws(profile.Seed);
        ulong own = draws.Bits("load", profile.Server, hour);
        int shared = s_sharedBursts[draws.Bits("load-shared", profile.Application, hour) % 8];
        int ofWeek = hour % Hours;
        int course = RoleProfile.Of(profile.Role).Shape.At((ofWeek + Hours - profile.ShiftHours) % Hours);
        long level = (long)course * shared;
        long busy = profile.BusyPermille - profile.IdlePermille;
        int backup = BackupKilobits(profile, ofWeek);
        return new LoadSample(
            (int)Math.Min(1000, profile.IdlePermille + (busy * level * Burst(own, 0) / 1_000_000_000)),
            (int)(profile.BusyOperations * level * Burst(own, 1) / 1_000_000_000) + (backup / KilobitsToAnOperation),
            (int)(profile.BusyKilobits * level * Burst(own, 2) / 1_000_000_000) + backup);
    }

    /// <summary>The loads of the first week, hour by hour.</summary>
    public static IReadOnlyList<LoadSample> Of(LoadProfile profile)
    {
        var samples = new LoadSample[Hours];
        for (int hour = 0; hour < Hours; hour++)
        {
            samples[hour] = At(profile, hour);
        }

        return samples;
    }

    // Every night what changed, for an hour; on Saturday evening all.
    private static int BackupKilobits(LoadProfile profile, int hour)
    {
        int since = (hour + Hours - SaturdayBegins - profile.BackupHour) % Hours;
        return since < FullBackupHours || since % 24 == 0 ? profile.BackupKilobits : 0;
    }

    private static int Burst(ulong draw, int which) => s_ownBursts[(draw >> (which * 4)) & 15];
}
