namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>What all virtual machines of a plan ask for together, hour by hour of a week from Monday 0:00.</summary>
/// <param name="Processors">Of the speed that all working hosts have for it, in thousandths.</param>
/// <param name="Network">Of the network that all working hosts have for it, in thousandths.</param>
/// <param name="Luns">Of the operations that all LUNs answer, in thousandths.</param>
public sealed record PlanWeek(IReadOnlyList<int> Processors, IReadOnlyList<int> Network, IReadOnlyList<int> Luns)
{
    /// <summary>Adds a plan up.</summary>
    public static PlanWeek Of(ConsolidationPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        long[] processors = new long[LoadWeek.Hours];
        long[] network = new long[LoadWeek.Hours];
        long[] operations = new long[LoadWeek.Hours];
        foreach (PlanDemand demand in PlanDemand.Of([.. plan.VMs.Select(static vm => vm.Server)], plan.Settings))
        {
            Add(processors, demand.OnHost.Varying[0]);
            Add(operations, demand.OnHost.Varying[1]);
            Add(network, demand.OnHost.Varying[2]);
        }

        int working = plan.Hosts.Count(static host => !host.IsSpare);
        BinShape host = PlanDemand.HostShape(plan.Settings);
        return new PlanWeek(
            Shares(processors, host.Varying[0] * working),
            Shares(network, host.Varying[2] * working),
            Shares(operations, (long)plan.Settings.LunOperations * plan.Luns.Count));
    }

    private static void Add(long[] sums, long[] more)
    {
        for (int hour = 0; hour < sums.Length; hour++)
        {
            sums[hour] += more[hour];
        }
    }

    private static int[] Shares(long[] sums, long all) => [.. sums.Select(sum => (int)(sum * 1000 / all))];
}
