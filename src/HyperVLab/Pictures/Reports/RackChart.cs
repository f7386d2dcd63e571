using HyperVLab.Engine.Management.Consolidation;

namespace HyperVLab.Pictures.Reports;

/// <summary>Draws racks from the front, unit by unit.</summary>
internal static class RackChart
{
    private const int UnitHeight = 7;
    private const int Width = 150;
    private const int Inner = Width - 8;
    private const int Top = 20;

    /// <summary>Draws all racks of a plan: those of clusters, then those with further shelves.</summary>
    public static void Write(SvgMarkup page, ConsolidationPlan plan)
    {
        PlanSettings settings = plan.Settings;
        ReportMarkup.Legend(
            page, ("one", "memory in use"), ("empty", "free, or spare"), ("three", "shelves of disks"),
            ("two", "switches"));
        page.Add($"<div class=\"row\">");
        int shelves = 0;
        foreach (PlannedCluster cluster in plan.Clusters)
        {
            PlannedHost[] hosts = [.. plan.Hosts.Where(host => host.Cluster == cluster.Name)];
            int units = (hosts.Length * settings.Host.RackUnits) + settings.SwitchUnitsPerCluster;
            int own = Math.Min(cluster.Luns, Math.Max(0, settings.RackUnits - units) / settings.ShelfUnits);
            shelves += cluster.Luns - own;
            Rack(page, settings, cluster.Name, hosts, own);
        }

        int perRack = settings.RackUnits / settings.ShelfUnits;
        for (int rack = 1; shelves > 0; rack++)
        {
            Rack(page, settings, $"Storage {rack}", [], Math.Min(shelves, perRack));
            shelves -= perRack;
        }

        page.Add($"</div>");
    }

    private static void Rack(
        SvgMarkup page, PlanSettings settings, string name, PlannedHost[] hosts, int shelves)
    {
        int height = Top + (settings.RackUnits * UnitHeight) + 4;
        ReportMarkup.Begin(page, Width, height, $"{name}: {hosts.Length} hosts, {shelves} shelves");
        ReportMarkup.Text(page, 4, 13, "ink", name);
        ReportMarkup.Block(page, "frame", 0.5, Top - 0.5, Width - 1, (settings.RackUnits * UnitHeight) + 4);
        double y = Top + 1.5;
        if (hosts.Length > 0)
        {
            int switches = settings.SwitchUnitsPerCluster * UnitHeight;
            ReportMarkup.Block(page, "two", 4, y, Inner, switches - 1, "Switches of the network and of Fibre Channel");
            y += switches;
        }

        foreach (PlannedHost host in hosts)
        {
            int unit = settings.Host.RackUnits * UnitHeight;
            string about = host.IsSpare
                ? $"{host.Name}: spare"
                : $"{host.Name}: {host.VMCount} virtual machines, {SvgText.Of(host.MemoryPermille / 10.0)} % of memory";
            ReportMarkup.Block(page, "empty", 4, y, Inner, unit - 1, about);
            ReportMarkup.Block(page, "one", 4, y, Inner * host.MemoryPermille / 1000.0, unit - 1, about);
            y += unit;
        }

        for (int shelf = 0; shelf < shelves; shelf++)
        {
            int unit = settings.ShelfUnits * UnitHeight;
            ReportMarkup.Block(page, "three", 4, y, Inner, unit - 1, "A shelf with the disks of a LUN");
            y += unit;
        }

        page.Add($"</svg>");
    }
}
