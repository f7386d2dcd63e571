namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>
/// What is taken of a night: the lanes of each segment's uplink one after the other, and the hosts, which take so many
/// conversions at a time. A unit that does not fit whole is left out whole.
/// </summary>
/// <param name="settings">What the schedule goes by.</param>
/// <param name="start">When the window opens.</param>
/// <param name="end">When it closes.</param>
internal sealed class NightLanes(ScheduleSettings settings, TimeSpan start, TimeSpan end)
{
    private readonly Dictionary<int, TimeSpan[]> _lanes = [];
    private readonly Dictionary<string, List<(TimeSpan Start, TimeSpan End)>> _hosts = new(StringComparer.Ordinal);

    /// <summary>Finds places for all of a unit, or for none.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="durationOf">How long a conversion takes.</param>
    /// <returns>Lane and start of each; null where they do not fit.</returns>
    public IReadOnlyList<(int Lane, TimeSpan Start)>? Take(ScheduleUnit unit, Func<PlannedVM, TimeSpan> durationOf)
    {
        List<(int Lane, TimeSpan Start)> places = [];
        List<(PlannedVM VM, int Lane, TimeSpan Before)> taken = [];
        foreach (PlannedVM vm in unit.VMs)
        {
            TimeSpan[] lanes = LanesOf(vm.Server.Segment);
            int lane = Array.IndexOf(lanes, lanes.Min());
            TimeSpan duration = durationOf(vm);
            TimeSpan begin = WhenHostIsFree(vm.Host, lanes[lane], duration);
            if (begin + duration > end)
            {
                GiveBack(taken);
                return null;
            }

            taken.Add((vm, lane, lanes[lane]));
            lanes[lane] = begin + duration;
            OnHost(vm.Host).Add((begin, begin + duration));
            places.Add((lane + 1, begin));
        }

        return places;
    }

    private TimeSpan WhenHostIsFree(string host, TimeSpan from, TimeSpan duration)
    {
        List<(TimeSpan Start, TimeSpan End)> jobs = OnHost(host);
        TimeSpan begin = from;
        while (true)
        {
            TimeSpan until = begin + duration;
            (TimeSpan Start, TimeSpan End)[] meanwhile =
                [.. jobs.Where(job => job.Start < until && job.End > begin)];
            if (meanwhile.Length < settings.LanesPerHost)
            {
                return begin;
            }

            begin = meanwhile.Min(static job => job.End);
        }
    }

    private void GiveBack(List<(PlannedVM VM, int Lane, TimeSpan Before)> taken)
    {
        for (int index = taken.Count - 1; index >= 0; index--)
        {
            (PlannedVM vm, int lane, TimeSpan before) = taken[index];
            LanesOf(vm.Server.Segment)[lane] = before;
            List<(TimeSpan Start, TimeSpan End)> jobs = OnHost(vm.Host);
            jobs.RemoveAt(jobs.Count - 1);
        }
    }

    private TimeSpan[] LanesOf(int segment)
    {
        if (!_lanes.TryGetValue(segment, out TimeSpan[]? lanes))
        {
            lanes = [.. Enumerable.Repeat(start, settings.LanesPerLink)];
            _lanes.Add(segment, lanes);
        }

        return lanes;
    }

    private List<(TimeSpan Start, TimeSpan End)> OnHost(string host)
    {
        if (!_hosts.TryGetValue(host, out List<(TimeSpan Start, TimeSpan End)>? jobs))
        {
            jobs = [];
            _hosts.Add(host, jobs);
        }

        return jobs;
    }
}
