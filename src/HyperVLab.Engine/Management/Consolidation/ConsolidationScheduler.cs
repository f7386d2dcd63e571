using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>
/// Says in which night which server of a plan becomes a virtual machine. Servers of an application move in one night,
/// domain controllers of a segment each in their own, what matters least first: a pilot of development servers, then by
/// role. Conversions share the uplinks of their segments and the hosts they go to, and none ends after its window. The
/// same plan and settings give the same schedule.
/// </summary>
public static class ConsolidationScheduler
{
    private const int Megabit = 1_000_000;

    /// <summary>Schedules.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="settings">What to go by.</param>
    /// <returns>The nights in which something moves.</returns>
    /// <exception cref="LabException">What moves together fits into no night, or a figure is out of its
    /// range.</exception>
    public static IReadOnlyList<ConsolidationWave> Schedule(ConsolidationPlan plan, ScheduleSettings settings)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(settings);
        settings.Demand();
        List<ScheduleUnit> left = [.. ScheduleUnit.Of(plan.VMs, vm => DurationOf(vm.Server, settings))];
        DemandFits(left, settings);
        List<ConsolidationWave> waves = [];
        for (int day = settings.FirstWeekday; left.Count > 0; day++)
        {
            // Not on the night to Monday: after a free day, nobody is there to mend.
            if (day % 7 != 6 && Night(waves.Count + 1, day, left, settings) is { Conversions.Count: > 0 } wave)
            {
                waves.Add(wave);
            }
        }

        return waves;
    }

    /// <summary>Whether a server can be converted while it works: its system makes snapshots of volumes.</summary>
    public static bool IsOnline(ServerDescription server) => SourceSupport.HasSnapshots(server.Edition);

    /// <summary>How long a conversion takes.</summary>
    public static TimeSpan DurationOf(ServerDescription server, ScheduleSettings settings)
    {
        long lane = (long)settings.LinkMegabits * settings.LinkSharePercent / 100 / settings.LanesPerLink;
        long card = (long)server.NetworkMegabits * settings.LinkSharePercent / 100;
        long rate = Math.Max(1, Math.Min(lane, card)) * Megabit;
        int besides = IsOnline(server) ? settings.OnlineMinutes : settings.OfflineMinutes;
        return TimeSpan.FromMinutes(besides) + TimeSpan.FromSeconds(server.UsedBytes * 8 / rate);
    }

    private static ConsolidationWave Night(
        int number, int day, List<ScheduleUnit> left, ScheduleSettings settings)
    {
        TimeSpan start = TimeSpan.FromDays(day) + TimeSpan.FromHours(settings.BeginHour);
        TimeSpan end = start + settings.NightOf(day);
        var lanes = new NightLanes(settings, start, end);
        int room = number == 1 && settings.PilotCount > 0 ? settings.PilotCount : settings.MaxPerNight;
        List<ScheduledConversion> taken = [];
        HashSet<int> apart = [];
        foreach (ScheduleUnit unit in left.ToArray())
        {
            PlannedVM first = unit.VMs[0];
            bool isController = first.Server.Role == ServerRole.DomainController;
            if (taken.Count + unit.VMs.Count > room || (isController && apart.Contains(first.Server.Application))
                || lanes.Take(unit, vm => DurationOf(vm.Server, settings)) is not { } places)
            {
                continue;
            }

            if (isController)
            {
                apart.Add(first.Server.Application);
            }

            left.Remove(unit);
            taken.AddRange(unit.VMs.Zip(places, (vm, place) => new ScheduledConversion(
                vm, number, place.Lane, place.Start, DurationOf(vm.Server, settings), IsOnline(vm.Server))));
        }

        return new ConsolidationWave(number, start, end, [.. taken.OrderBy(static one => one.Start)]);
    }

    private static void DemandFits(List<ScheduleUnit> units, ScheduleSettings settings)
    {
        int longest = Math.Max(settings.WorkNightHours, settings.FreeNightHours);
        foreach (ScheduleUnit unit in units)
        {
            var empty = new NightLanes(settings, TimeSpan.Zero, TimeSpan.FromHours(longest));
            if (unit.VMs.Count > settings.MaxPerNight
                || empty.Take(unit, vm => DurationOf(vm.Server, settings)) is null)
            {
                string names = string.Join(", ", unit.VMs.Select(static vm => vm.Server.Name));
                throw ConsolidationErrors.NightTooShort.For(unit.VMs[0].Server.Name, names);
            }
        }
    }
}
