using HyperVLab.Engine.Management.Consolidation;

namespace HyperVLab.Pictures.Reports;

/// <summary>Draws how much of each host is in use, a small drawing for each cluster.</summary>
internal static class HostChart
{
    private const int Pitch = 12;
    private const int Left = 76;
    private const int RowHeight = 34;
    private const int Top = 20;

    private static readonly (string Name, string Look, Func<PlannedHost, int> Of)[] s_rows =
    [
        ("Memory", "one", static host => host.MemoryPermille),
        ("Processors", "two", static host => host.ProcessorPermille),
        ("Network", "three", static host => host.NetworkPermille),
        ("Disk", "three", static host => host.OperationsPermille),
    ];

    /// <summary>Draws the hosts of a plan.</summary>
    public static void Write(SvgMarkup page, ConsolidationPlan plan)
    {
        page.Add($"<div class=\"row\">");
        foreach (PlannedCluster cluster in plan.Clusters)
        {
            Write(page, cluster.Name, [.. plan.Hosts.Where(host => host.Cluster == cluster.Name)]);
        }

        page.Add($"</div>");
    }

    private static void Write(SvgMarkup page, string cluster, PlannedHost[] hosts)
    {
        int height = Top + (s_rows.Length * RowHeight) + 4;
        ReportMarkup.Begin(page, Left + (hosts.Length * Pitch), height, $"Hosts of {cluster}");
        ReportMarkup.Text(page, 0, 13, "ink", cluster);
        for (int row = 0; row < s_rows.Length; row++)
        {
            (string name, string look, Func<PlannedHost, int> of) = s_rows[row];
            double bottom = Top + ((row + 1) * RowHeight);
            ReportMarkup.Text(page, 0, bottom - 10, string.Empty, name);
            for (int index = 0; index < hosts.Length; index++)
            {
                PlannedHost host = hosts[index];
                double full = RowHeight - 6;
                double filled = full * Math.Min(1000, of(host)) / 1000;
                double x = Left + (index * Pitch);
                string about = $"{host.Name}: {name.ToLowerInvariant()} {SvgText.Of(of(host) / 10.0)} %";
                ReportMarkup.Block(page, "empty", x, bottom - full, Pitch - 2, full, about);
                ReportMarkup.Block(page, look, x, bottom - filled, Pitch - 2, filled, about);
            }
        }

        page.Add($"</svg>");
    }
}
