namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>
/// How servers of a role are drawn (ours throughout; docs/consolidation.md says what the whole of them is held to).
/// </summary>
/// <param name="Role">The role.</param>
/// <param name="Prefix">How their names begin.</param>
/// <param name="Weight">How many of 1,000 servers have it.</param>
/// <param name="Shape">How their load goes over the day.</param>
/// <param name="BusyPermille">The processors' mean use in the busiest hours, in thousandths; half are below.</param>
/// <param name="MemoryPercent">How much of the memory is in use, in per cent, at least and at most.</param>
/// <param name="Operations">Disk operations a second in the busiest hours; half are below.</param>
/// <param name="Kilobits">Network traffic in kbit/s in the busiest hours; half are below.</param>
/// <param name="DataGigabytes">Data beside the system's, in GB; half are below.</param>
/// <param name="Criticality">How late it is moved: the pilot's are 0.</param>
internal sealed record RoleProfile(
    ServerRole Role,
    string Prefix,
    int Weight,
    DayShape Shape,
    int BusyPermille,
    (int Low, int High) MemoryPercent,
    int Operations,
    int Kilobits,
    int DataGigabytes,
    int Criticality)
{
    /// <summary>All roles; their weights add up to 1,000.</summary>
    public static IReadOnlyList<RoleProfile> All { get; } =
    [
        new(ServerRole.DomainController, "DC", 40, DayShape.Logons, 80, (45, 75), 15, 900, 4, 1),
        new(ServerRole.FileServer, "FS", 120, DayShape.Office, 60, (40, 70), 55, 9_000, 70, 1),
        new(ServerRole.PrintServer, "PRN", 30, DayShape.Office, 50, (35, 60), 12, 2_500, 6, 1),
        new(ServerRole.WebServer, "WEB", 160, DayShape.Web, 90, (40, 75), 14, 3_500, 10, 1),
        new(ServerRole.ApplicationServer, "APP", 200, DayShape.Office, 95, (50, 85), 25, 2_800, 18, 2),
        new(ServerRole.DatabaseServer, "DB", 130, DayShape.Office, 110, (65, 92), 90, 4_000, 50, 2),
        new(ServerRole.MailServer, "MX", 40, DayShape.Office, 90, (65, 90), 95, 4_500, 70, 3),
        new(ServerRole.TerminalServer, "TS", 50, DayShape.Office, 150, (60, 90), 35, 3_000, 12, 1),
        new(ServerRole.BatchServer, "BAT", 50, DayShape.Night, 260, (45, 80), 60, 4_000, 30, 2),
        new(ServerRole.DevelopmentServer, "DEV", 120, DayShape.Office, 50, (35, 70), 10, 700, 20, 0),
        new(ServerRole.InfrastructureServer, "INF", 60, DayShape.Level, 60, (40, 75), 20, 2_000, 15, 1),
    ];

    /// <summary>The profile of a role.</summary>
    public static RoleProfile Of(ServerRole role) => All[(int)role];
}
