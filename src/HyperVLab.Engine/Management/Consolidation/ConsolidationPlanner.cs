using System.Globalization;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>
/// Plans which hosts take a number of servers as virtual machines. Hosts are packed by memory and virtual processors,
/// and by the percentile of the summed processor, disk and network load of what is on them; LUNs by room and the
/// percentile of their operations. Each cluster has nodes to spare, so whatever host is lost, another takes all that
/// ran there. The same servers and settings give the same plan.
/// </summary>
public static class ConsolidationPlanner
{
    /// <summary>Plans.</summary>
    /// <param name="servers">The servers, each once.</param>
    /// <param name="settings">What to go by.</param>
    /// <exception cref="LabException">There is none, one is named twice or fits nowhere, or a figure is out of its
    /// range.</exception>
    public static ConsolidationPlan Plan(IReadOnlyList<ServerDescription> servers, PlanSettings settings)
    {
        ArgumentNullException.ThrowIfNull(servers);
        ArgumentNullException.ThrowIfNull(settings);
        settings.Demand();
        DemandServers(servers);
        IReadOnlyList<PlanDemand> demands = PlanDemand.Of(servers, settings);
        BinShape hostShape = PlanDemand.HostShape(settings);
        BinShape lunShape = PlanDemand.LunShape(settings);
        foreach (PlanDemand demand in demands)
        {
            DemandFits(demand, demand.OnHost, hostShape, PlanDemand.HostDimensions);
            DemandFits(demand, demand.OnLun, lunShape, ["Disk", "Disk operations"]);
        }

        PackItem[] items = [.. demands.Select(static demand => demand.OnHost)];
        var layout = new PlanLayout(settings, demands, VectorPacking.Pack(items, hostShape));
        int least = PackingBound.Of(items, hostShape);
        return layout.Write() with
        {
            LeastHosts = least + PlanLayout.SparesFor(least, settings),
            Bounds = BoundsOf(items, hostShape),
        };
    }

    private static List<PlanBound> BoundsOf(PackItem[] items, BinShape shape)
    {
        List<PlanBound> bounds = [new("Virtual machines", PackingBound.ByCount(items, shape), null)];
        IReadOnlyList<string> names = PlanDemand.HostDimensions;
        for (int dimension = 0; dimension < shape.Fixed.Count; dimension++)
        {
            bounds.Add(new PlanBound(names[dimension], PackingBound.ByFixed(items, shape, dimension), null));
        }

        for (int dimension = 0; dimension < shape.Varying.Count; dimension++)
        {
            bounds.Add(new PlanBound(
                names[shape.Fixed.Count + dimension],
                PackingBound.ByVarying(items, shape, dimension),
                ByOwnPeaks(items, shape, dimension)));
        }

        return bounds;
    }

    private static int ByOwnPeaks(PackItem[] items, BinShape shape, int dimension)
    {
        long sum = items.Sum(item => item.Levels[dimension]);
        long room = shape.Varying[dimension];
        return (int)((sum + room - 1) / room);
    }

    private static void DemandServers(IReadOnlyList<ServerDescription> servers)
    {
        if (servers.Count == 0)
        {
            throw ConsolidationErrors.NoServers.For(null);
        }

        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (ServerDescription server in servers)
        {
            if (!names.Add(server.Name))
            {
                throw ConsolidationErrors.NamedTwice.For(server.Name, server.Name);
            }
        }
    }

    private static void DemandFits(PlanDemand demand, PackItem item, BinShape shape, IReadOnlyList<string> names)
    {
        for (int dimension = 0; dimension < names.Count; dimension++)
        {
            int varying = dimension - shape.Fixed.Count;
            long needed = varying < 0 ? item.Fixed[dimension] : item.Levels[varying];
            long room = varying < 0 ? shape.Fixed[dimension] : shape.Varying[varying];
            if (needed > room)
            {
                string name = demand.Server.Name;
                throw ConsolidationErrors.TooLarge.For(name, name, names[dimension], Text(needed), Text(room));
            }
        }
    }

    private static string Text(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
