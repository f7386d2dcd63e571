using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management;

/// <summary>Finds places for virtual machines on hosts.</summary>
internal static class HostPlacement
{
    /// <summary>
    /// The best of some hosts for a machine; of several that suit it as well, the one with the fewest machines, then
    /// the first.
    /// </summary>
    /// <returns>The host; null where none can take it.</returns>
    public static HostOffer? Choose(
        IReadOnlyList<HostOffer> hosts,
        PlacementDemand demand,
        PlacementWeights? weights = null,
        PlacementGoal goal = PlacementGoal.LoadBalance,
        HostOffer? source = null)
    {
        PlacementWeights counted = weights ?? PlacementWeights.Usual;
        HostOffer? best = null;
        double most = 0;
        foreach (HostOffer host in hosts)
        {
            if (HostRater.Obstacles(host, demand, source) != PlacementObstacles.None)
            {
                continue;
            }

            double score = HostRater.Score(host, demand, counted, goal);
            if (best is null || score > most || (score == most && host.Machines < best.Machines))
            {
                (best, most) = (host, score);
            }
        }

        return best;
    }

    /// <summary>The best of some hosts for a machine.</summary>
    /// <exception cref="LabException">None can take it; the message says why for each.</exception>
    public static HostOffer Demand(IReadOnlyList<HostOffer> hosts, PlacementDemand demand) =>
        Choose(hosts, demand) ?? throw PlacementErrors.NoHost.For(
            demand.Name,
            demand.Name,
            string.Join(' ', hosts.Select(host => PlacementReasons.Against(host, demand, null)[0].Message)));

    /// <summary>
    /// Finds places for many machines, each counting for those that follow; the largest first, for what is large finds
    /// the fewest places.
    /// </summary>
    /// <returns>The place of each in the order given; null for one that none can take.</returns>
    public static HostOffer?[] Plan(
        IReadOnlyList<HostOffer> hosts,
        IReadOnlyList<PlacementDemand> demands,
        PlacementWeights? weights = null,
        PlacementGoal goal = PlacementGoal.LoadBalance)
    {
        var places = new HostOffer?[demands.Count];
        IEnumerable<int> order = Enumerable.Range(0, demands.Count)
            .OrderByDescending(at => demands[at].MemoryBytes)
            .ThenByDescending(at => demands[at].CpuPoints)
            .ThenBy(at => at);
        foreach (int at in order)
        {
            places[at] = Choose(hosts, demands[at], weights, goal);
            places[at]?.Take(demands[at]);
        }

        return places;
    }
}
