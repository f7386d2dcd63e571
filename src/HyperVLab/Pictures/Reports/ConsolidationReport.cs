using System.Globalization;
using HyperVLab.Engine.Management.Consolidation;
using HyperVLab.Objects;

namespace HyperVLab.Pictures.Reports;

/// <summary>
/// Writes a consolidation as a page for a browser: one file that loads nothing, on light and dark screens, wide and
/// narrow.
/// </summary>
internal sealed class ConsolidationReport
{
    private readonly SvgMarkup _page = new();
    private readonly ConsolidationPlan _plan;
    private readonly IReadOnlyList<ConsolidationWave> _waves;
    private readonly IReadOnlyList<ConversionOutcome> _outcomes;

    private ConsolidationReport(
        ConsolidationPlan plan, IReadOnlyList<ConsolidationWave> waves, IReadOnlyList<ConversionOutcome> outcomes)
    {
        _plan = plan;
        _waves = waves;
        _outcomes = outcomes;
    }

    /// <summary>Writes the page.</summary>
    /// <param name="title">What it is headed with.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="waves">The nights; none where there is no schedule.</param>
    /// <param name="outcomes">How the conversions went, attempt by attempt; none where nothing was done yet.</param>
    public static string Write(
        string title,
        ConsolidationPlan plan,
        IReadOnlyList<ConsolidationWave> waves,
        IReadOnlyList<ConversionOutcome> outcomes) => new ConsolidationReport(plan, waves, outcomes).Write(title);

    private string Write(string title)
    {
        string heading = SvgText.Of(title);
        _page.Add($"<!DOCTYPE html>")
            .Add($"<html lang=\"en\">")
            .Add($"<head>")
            .Add($"<meta charset=\"utf-8\">")
            .Add($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Add($"<title>{heading}</title>")
            .Add($"<style>{ReportStyle.Sheet}</style>")
            .Add($"</head>")
            .Add($"<body>")
            .Add($"<main>")
            .Add($"<h1>{heading}</h1>")
            .Add($"<p class=\"sub\">{SvgText.Of(Subtitle())}</p>");
        Tiles();
        Section("Racks", "Each block is a host, filled by how much of its memory is in use; spare hosts are empty.");
        RackChart.Write(_page, _plan);
        Section("A week of load", "What all virtual machines ask for together, of what hosts and LUNs have for it.");
        WeekChart.Write(_page, _plan);
        Section("What decides", "Working hosts that any plan needs at least, because of each resource.");
        ReportTables.Bounds(_page, _plan);
        Section("Hosts", $"The {_plan.Settings.Percentile}th percentile of the summed load, of what is there for it.");
        HostChart.Write(_page, _plan);
        Section("Servers", "By year of purchase, cores of a processor, and operating system.");
        ServerChart.Write(_page, _plan);
        Nights();
        ReportTables.Placement(_page, _plan);
        _page.Add($"</main>").Add($"</body>").Add($"</html>");
        return _page.ToString();
    }

    private string Subtitle()
    {
        PlanSettings settings = _plan.Settings;
        int memory = settings.Host.MemoryMegabytes / 1024;
        return $"{Count(_plan.VMs.Count)} servers, {settings.Host.Name} with {memory} GB, clusters of up to "
            + $"{settings.NodesPerCluster} with {settings.SpareNodesPerCluster} to spare";
    }

    private void Tiles()
    {
        int hosts = _plan.Hosts.Count;
        double gap = (hosts - _plan.LeastHosts) * 100.0 / _plan.LeastHosts;
        int building = _plan.Settings.BuildingPercent;
        _page.Add($"<div class=\"tiles\">");
        Tile(Count(_plan.VMs.Count), "servers", $"on {hosts} hosts");
        Tile($"{SvgText.Of(Math.Round((double)_plan.VMs.Count / hosts, 1))} : 1", "ratio", "servers for each host");
        Tile($"{hosts}", "hosts", $"any plan needs {_plan.LeastHosts}: {SvgText.Of(Math.Round(gap, 1))} % above");
        Tile($"{_plan.Racks}", "racks", $"{_plan.Clusters.Count} clusters, {_plan.Luns.Count} LUNs");
        Tile(Kilowatts(_plan.WattsAfter), "power", $"{Kilowatts(_plan.WattsBefore)} before; in the building "
            + $"{Kilowatts(_plan.WattsAfter * building / 100)} of {Kilowatts(_plan.WattsBefore * building / 100)}");
        if (_waves.Count > 0)
        {
            int planned = _waves.Sum(static wave => wave.Conversions.Count);
            Tile($"{_waves.Count}", "nights", $"{Count(planned)} conversions planned");
        }

        if (_outcomes.Count > 0)
        {
            int done = _outcomes.Where(static one => one.IsCompleted).DistinctBy(static one => one.Name).Count();
            int failed = _outcomes.Count(static one => !one.IsCompleted);
            Tile(Count(done), "up at the end", $"{failed} attempts failed, {NotDone().Count} servers not converted");
        }

        _page.Add($"</div>");
    }

    private List<string> NotDone()
    {
        HashSet<string> done = new(
            _outcomes.Where(static one => one.IsCompleted).Select(static one => one.Name),
            StringComparer.OrdinalIgnoreCase);
        return [.. _plan.VMs.Select(static vm => vm.Server.Name).Where(name => !done.Contains(name))];
    }

    private void Nights()
    {
        if (_waves.Count == 0)
        {
            return;
        }

        Section("Nights", "Each conversion in its night's window; those at one time stand one below the other.");
        NightChart.Write(_page, _waves, _outcomes);
        ReportTables.Waves(_page, _waves, _outcomes);
        if (_outcomes.Any(static one => !one.IsCompleted))
        {
            Section("What failed and was redone", "Every attempt that failed, and what became of its server.");
            ReportTables.Failures(_page, _outcomes);
        }
    }

    private void Section(string title, string about) =>
        _page.Add($"<h2>{SvgText.Of(title)}</h2>").Add($"<p class=\"about\">{SvgText.Of(about)}</p>");

    private void Tile(string figure, string name, string about) => _page
        .Add($"<div class=\"tile\"><span class=\"name\">{SvgText.Of(name)}</span>")
        .Add($"<b>{SvgText.Of(figure)}</b><span>{SvgText.Of(about)}</span></div>");

    private static string Kilowatts(int watts) =>
        string.Create(CultureInfo.InvariantCulture, $"{watts / 1000.0:0.0} kW");

    private static string Count(int count) => ByteText.Count(count);
}
