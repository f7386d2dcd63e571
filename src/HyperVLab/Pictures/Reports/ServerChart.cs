using HyperVLab.Engine.Management.Consolidation;

namespace HyperVLab.Pictures.Reports;

/// <summary>Draws of which years and systems servers are.</summary>
internal static class ServerChart
{
    private const int Width = 640;
    private const int RowHeight = 24;
    private const int Left = 110;
    private const int Bars = Width - Left - 60;
    private static readonly string[] s_looks = ["two", "one", "three"];

    /// <summary>Draws the servers of a plan.</summary>
    public static void Write(SvgMarkup page, ConsolidationPlan plan)
    {
        string[] systems =
        [
            .. plan.VMs.Select(static vm => Family(vm.Server)).Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        ReportMarkup.Legend(page, [.. systems.Select((system, index) => (LookOf(index), system))]);
        IGrouping<int, PlannedVM>[] years =
            [.. plan.VMs.GroupBy(static vm => vm.Server.Year).OrderBy(static year => year.Key)];
        int most = years.Max(static year => year.Count());
        ReportMarkup.Begin(page, Width, years.Length * RowHeight, "Servers by year of purchase and operating system");
        for (int row = 0; row < years.Length; row++)
        {
            double y = row * RowHeight;
            double x = Left;
            PlannedVM first = years[row].First();
            int cores = first.Server.CoresPerSocket;
            ReportMarkup.Text(page, 0, y + 15, "ink", $"{years[row].Key}, {cores} core{(cores == 1 ? "" : "s")}");
            for (int index = 0; index < systems.Length; index++)
            {
                int count = years[row].Count(vm => Family(vm.Server) == systems[index]);
                double width = Bars * (double)count / most;
                string about = $"{years[row].Key}, {systems[index]}: {count}";
                ReportMarkup.Block(page, LookOf(index), x, y + 2, width, RowHeight - 6, about);
                x += width;
            }

            ReportMarkup.Text(page, x + 6, y + 15, string.Empty, $"{years[row].Count()}");
        }

        page.Add($"</svg>");
    }

    private static string LookOf(int index) => s_looks[index % s_looks.Length];

    // Editions of a release are of one colour.
    private static string Family(ServerDescription server) =>
        string.Join(' ', server.Edition.Name.Split(' ').Where(static word => word is not ("Standard" or "Enterprise")));
}
