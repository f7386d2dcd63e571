using System.Globalization;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management;

/// <summary>Finds places for virtual machines on hosts.</summary>
internal static class HostPlacement
{
    private const int MostReasons = 8;

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
        HostOffer? source = null) => Choose(hosts, _ => demand, weights, goal, source)?.Host;

    /// <summary>The same for a machine that is not the same on each host.</summary>
    /// <returns>The host; null where none can take it.</returns>
    public static PlacementChoice? Choose(
        IReadOnlyList<HostOffer> hosts,
        Func<HostOffer, PlacementDemand> demandOn,
        PlacementWeights? weights = null,
        PlacementGoal goal = PlacementGoal.LoadBalance,
        HostOffer? source = null)
    {
        PlacementWeights counted = weights ?? PlacementWeights.Usual;
        (HostOffer Host, PlacementDemand Demand, double Score)? best = null;
        int possible = 0;
        foreach (HostOffer host in hosts)
        {
            PlacementDemand demand = demandOn(host);
            if (HostRater.Obstacles(host, demand, source) != PlacementObstacles.None)
            {
                continue;
            }

            possible++;
            double score = HostRater.Score(host, demand, counted, goal);
            if (best is not { } known || score > known.Score
                || (score == known.Score && host.Machines < known.Host.Machines))
            {
                best = (host, demand, score);
            }
        }

        return best is { } found
            ? new PlacementChoice(found.Host, found.Demand, found.Score, possible, hosts.Count)
            : null;
    }

    /// <summary>The best of some hosts for a machine.</summary>
    /// <exception cref="LabException">None can take it; the message says why for each.</exception>
    public static PlacementChoice Demand(
        IReadOnlyList<HostOffer> hosts, string name, Func<HostOffer, PlacementDemand> demandOn) =>
        Choose(hosts, demandOn) ?? throw PlacementErrors.NoHost.For(name, name, ReasonsOf(hosts, demandOn));

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

    // The first reason of each host; what is said of many is read by nobody.
    private static string ReasonsOf(IReadOnlyList<HostOffer> hosts, Func<HostOffer, PlacementDemand> demandOn)
    {
        string reasons = string.Join(' ', hosts.Take(MostReasons)
            .Select(host => PlacementReasons.Against(host, demandOn(host), null)[0].Message));
        string more = (hosts.Count - MostReasons).ToString(CultureInfo.InvariantCulture);
        return hosts.Count > MostReasons
            ? $"{reasons} {more} more cannot either: Get-LabVMHostRating says why."
            : reasons;
    }
}
