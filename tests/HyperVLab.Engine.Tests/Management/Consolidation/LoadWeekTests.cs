using HyperVLab.Engine.Management.Consolidation;

namespace HyperVLab.Engine.Tests.Management.Consolidation;

public sealed class LoadWeekTests
{
    private static readonly IReadOnlyList<ServerDescription> s_servers = ServerInventory.Draw(7, 200);

    [Fact]
    public void An_hour_has_the_same_load_whenever_it_is_asked_for()
    {
        LoadProfile profile = s_servers[3].Load;
        IReadOnlyList<LoadSample> week = LoadWeek.Of(profile);
        Assert.Equal(LoadWeek.Hours, week.Count);
        Assert.Equal(week[100], LoadWeek.At(profile, 100));
        Assert.Equal(week[5], LoadWeek.At(profile with { }, 5));
    }

    [Fact]
    public void No_load_is_negative_and_no_processor_is_used_above_all_of_it() => Assert.All(
        s_servers.SelectMany(static server => LoadWeek.Of(server.Load)),
        static hour =>
        {
            Assert.InRange(hour.ProcessorPermille, 0, 1000);
            Assert.InRange(hour.Operations, 0, int.MaxValue);
            Assert.InRange(hour.Kilobits, 0, int.MaxValue);
        });

    [Fact]
    public void People_work_by_day_and_on_weekdays_and_batches_run_at_night()
    {
        Assert.True(Mean(ServerRole.FileServer, 10, 12) > 2 * Mean(ServerRole.FileServer, 1, 4));
        Assert.True(Mean(ServerRole.BatchServer, 0, 3) > 2 * Mean(ServerRole.BatchServer, 10, 16));
        Assert.True(Mean(ServerRole.FileServer, 10, 12) > 2 * Mean(ServerRole.FileServer, 130, 132));
    }

    [Fact]
    public void A_backup_sends_a_full_disk_once_a_week_and_an_hour_of_changes_every_other_night()
    {
        ServerDescription server = s_servers.First(static server => server.Load.BackupKilobits > 20_000);
        LoadProfile quiet = server.Load with { BackupKilobits = 0 };
        int[] backups =
        [
            .. Enumerable.Range(0, LoadWeek.Hours)
                .Where(hour => LoadWeek.At(server.Load, hour).Kilobits > LoadWeek.At(quiet, hour).Kilobits),
        ];
        Assert.Equal(4 + 6, backups.Length);
        Assert.Equal(6, backups.Count(hour => hour % 24 == server.Load.BackupHour) - 1);
    }

    [Fact]
    public void Servers_of_an_application_are_busy_together()
    {
        LoadProfile one = s_servers[0].Load with { Role = ServerRole.WebServer, Application = 5, ShiftHours = 0 };
        LoadProfile same = one with { Server = 9_001 };
        LoadProfile other = one with { Server = 9_001, Application = 6 };
        Assert.True(Together(one, same) > Together(one, other), "no burst is shared");
    }

    // How often two are above or below the course of their day in the same hours of it.
    private static int Together(LoadProfile one, LoadProfile two)
    {
        long[] left = Deviations(one);
        long[] right = Deviations(two);
        return left.Zip(right).Count(static pair => pair.First > 0 == pair.Second > 0);
    }

    private static long[] Deviations(LoadProfile profile)
    {
        long[] values = [.. Enumerable.Range(0, 50 * LoadWeek.Hours)
            .Where(static hour => hour % 24 == 20 && hour % LoadWeek.Hours < LoadWeek.WeekdayHours)
            .Select(hour => (long)LoadWeek.At(profile with { BusyPermille = 700 }, hour).ProcessorPermille)];
        long middle = Percentile.Of(values, 50);
        return [.. values.Select(value => value - middle)];
    }

    private static double Mean(ServerRole role, int from, int to) => s_servers
        .Where(server => server.Role == role)
        .SelectMany(server => Enumerable.Range(from, to - from).Select(hour => LoadWeek.At(server.Load, hour)))
        .Average(static hour => hour.ProcessorPermille);
}
