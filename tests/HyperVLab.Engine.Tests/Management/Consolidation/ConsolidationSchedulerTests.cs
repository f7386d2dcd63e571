using HyperVLab.Engine.Management.Consolidation;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Tests.Management.Consolidation;

public sealed class ConsolidationSchedulerTests
{
    private static readonly ScheduleSettings s_settings = new();
    private static readonly ConsolidationPlan s_plan =
        ConsolidationPlanner.Plan(ServerInventory.Draw(7, 400), new PlanSettings());

    private static readonly IReadOnlyList<ConsolidationWave> s_waves =
        ConsolidationScheduler.Schedule(s_plan, s_settings);

    private static IEnumerable<ScheduledConversion> Conversions => s_waves.SelectMany(static wave => wave.Conversions);

    [Fact]
    public void Every_server_moves_once_within_the_window_of_its_night()
    {
        Assert.Equal(
            s_plan.VMs.Select(static vm => vm.Server.Number),
            Conversions.Select(static one => one.VM.Server.Number).Order());
        foreach (ConsolidationWave wave in s_waves)
        {
            Assert.All(wave.Conversions, one => Assert.True(one.Start >= wave.Start && one.End <= wave.End));
            int most = wave.Number == 1 ? s_settings.PilotCount : s_settings.MaxPerNight;
            Assert.InRange(wave.Conversions.Count, 1, most);
        }
    }

    [Fact]
    public void No_lane_of_an_uplink_carries_two_at_a_time() => Assert.All(
        Conversions.GroupBy(static one => (one.VM.Server.Segment, one.Lane)),
        static lane =>
        {
            ScheduledConversion[] ordered = [.. lane.OrderBy(static one => one.Start)];
            Assert.InRange(lane.Key.Lane, 1, s_settings.LanesPerLink);
            Assert.All(ordered.Zip(ordered.Skip(1)), static pair => Assert.True(pair.First.End <= pair.Second.Start));
        });

    [Fact]
    public void No_host_takes_more_at_a_time_than_it_may() => Assert.All(
        Conversions.GroupBy(static one => one.VM.Host),
        static host => Assert.All(host, one => Assert.InRange(
            host.Count(other => other.Start <= one.Start && other.End > one.Start), 1, s_settings.LanesPerHost)));

    [Fact]
    public void Servers_of_an_application_move_in_one_night_and_stand_ins_for_a_domain_in_their_own()
    {
        Assert.All(
            Conversions.Where(static one => one.VM.Server.Role != ServerRole.DomainController)
                .GroupBy(static one => one.VM.Server.Application),
            static application => Assert.Single(application.Select(static one => one.Wave).Distinct()));
        Assert.All(
            Conversions.Where(static one => one.VM.Server.Role == ServerRole.DomainController)
                .GroupBy(static one => one.VM.Server.Application),
            static domain => Assert.Equal(domain.Count(), domain.Select(static one => one.Wave).Distinct().Count()));
    }

    [Fact]
    public void The_first_night_moves_what_matters_least_and_no_night_leads_to_a_Monday()
    {
        Assert.All(s_waves[0].Conversions, static one =>
            Assert.Equal(ServerRole.DevelopmentServer, one.VM.Server.Role));
        Assert.DoesNotContain(s_waves, static wave => wave.Start.Days % 7 == 6);
    }

    [Fact]
    public void Only_what_makes_snapshots_goes_on_working() => Assert.All(
        Conversions,
        static one => Assert.Equal(one.VM.Server.EditionId != "Windows2000Server", one.IsOnline));

    [Fact]
    public void A_conversion_takes_as_long_as_its_lane_or_its_card_needs_for_what_is_in_use()
    {
        ServerDescription server = s_plan.VMs[0].Server with
        {
            EditionId = "WindowsServer2003Standard",
            NetworkMegabits = 1000,
            Disks = [new ServerDisk('C', 100_000_000_000, 35_000_000_000)],
        };
        Assert.Equal(TimeSpan.FromSeconds((15 * 60) + 800), ConsolidationScheduler.DurationOf(server, s_settings));
        Assert.Equal(
            TimeSpan.FromSeconds((15 * 60) + 4000),
            ConsolidationScheduler.DurationOf(server with { NetworkMegabits = 100 }, s_settings));
        Assert.Equal(
            TimeSpan.FromSeconds((25 * 60) + 800),
            ConsolidationScheduler.DurationOf(server with { EditionId = "Windows2000Server" }, s_settings));
    }

    [Fact]
    public void What_fits_into_no_night_and_figures_out_of_range_are_refused()
    {
        Assert.Equal("ConsolidationNightTooShort", Refused(s_settings with { LinkMegabits = 10 }));
        Assert.Equal("ConsolidationFigureNotPossible", Refused(s_settings with { WorkNightHours = 0 }));
        Assert.Equal("ConsolidationFigureNotPossible", Refused(s_settings with { FirstWeekday = 7 }));
    }

    private static string Refused(ScheduleSettings settings) =>
        Assert.Throws<LabException>(() => ConsolidationScheduler.Schedule(s_plan, settings)).Error.Key;
}
