using HyperVLab.Engine.Management.Consolidation;

namespace HyperVLab.Benchmarks;

/// <summary>
/// What a capacity plan for 1,000 servers takes. Each figure stands beside a floor of the same run: digests of 256
/// bytes. Seconds are of the processor.
/// </summary>
internal sealed class ConsolidationFigures(TextWriter output)
{
    private const int Count = 1_000;

    /// <summary>Measures and prints.</summary>
    public void Run()
    {
        Measure(TextWriter.Null, 1);
        double floor = Meter.Floor();
        output.WriteLine($"floor: {floor:N0} digests a second");
        Measure(output, floor);
    }

    private static void Measure(TextWriter output, double floor)
    {
        IReadOnlyList<ServerDescription> servers = [];
        ConsolidationPlan? plan = null;
        Print(output, floor, $"draw {Count} servers", () => servers = ServerInventory.Draw(7, Count));
        Print(output, floor, $"a week of loads of {Count} servers", () =>
        {
            foreach (ServerDescription server in servers)
            {
                GC.KeepAlive(LoadWeek.Of(server.Load));
            }
        });
        Print(output, floor, $"plan for {Count} servers", () =>
            plan = ConsolidationPlanner.Plan(servers, new PlanSettings()));
        output.WriteLine($"  {plan!.Hosts.Count} hosts, at least {plan.LeastHosts}; {plan.Luns.Count} LUNs, at least "
            + $"{plan.LeastLuns}");
    }

    private static void Print(TextWriter output, double floor, string name, Action action)
    {
        double seconds = Meter.Seconds(action);
        output.WriteLine($"{name}: {seconds * 1000:F1} ms, {seconds / Count * floor:F1} floors a server");
    }
}
