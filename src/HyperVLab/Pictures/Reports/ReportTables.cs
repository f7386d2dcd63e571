using HyperVLab.Engine.Management.Consolidation;
using HyperVLab.Objects;

namespace HyperVLab.Pictures.Reports;

/// <summary>The tables of a report.</summary>
internal static class ReportTables
{
    /// <summary>What the least number of hosts comes from.</summary>
    public static void Bounds(SvgMarkup page, ConsolidationPlan plan)
    {
        Begin(page, ("Resource", false), ("Hosts", true), ("Were all busy at once", true));
        foreach (PlanBound bound in plan.Bounds)
        {
            page.Add($"<tr><td>{SvgText.Of(bound.Name)}</td><td class=\"n\">{bound.Hosts}</td>")
                .Add($"<td class=\"n\">{bound.HostsByOwnPeaks}</td></tr>");
        }

        End(page);
    }

    /// <summary>The nights.</summary>
    public static void Waves(
        SvgMarkup page, IReadOnlyList<ConsolidationWave> waves, IReadOnlyList<ConversionOutcome> outcomes)
    {
        Begin(
            page, ("Night", true), ("From", true), ("To", true), ("Servers", true), ("Copied", true),
            ("Attempts", true), ("Failed", true));
        foreach (ConsolidationWave wave in waves)
        {
            ConversionOutcome[] attempts = [.. outcomes.Where(one => one.Wave == wave.Number)];
            long bytes = wave.Conversions.Sum(static one => one.VM.Server.UsedBytes);
            page.Add($"<tr><td class=\"n\">{wave.Number}</td><td class=\"n\">{NightBar.Moment(wave.Start)}</td>")
                .Add($"<td class=\"n\">{NightBar.Moment(wave.End)}</td><td class=\"n\">{wave.Conversions.Count}</td>")
                .Add($"<td class=\"n\">{ByteText.Of(bytes)}</td><td class=\"n\">{attempts.Length}</td>")
                .Add($"<td class=\"n\">{attempts.Count(static one => !one.IsCompleted)}</td></tr>");
        }

        End(page);
    }

    /// <summary>What failed, and what became of it.</summary>
    public static void Failures(SvgMarkup page, IReadOnlyList<ConversionOutcome> outcomes)
    {
        Begin(page, ("Server", false), ("Night", true), ("Failed at", true), ("Why", false), ("Done at", true));
        ILookup<string, ConversionOutcome> done = outcomes.Where(static one => one.IsCompleted)
            .ToLookup(static one => one.Name, StringComparer.OrdinalIgnoreCase);
        foreach (ConversionOutcome failed in outcomes.Where(static one => !one.IsCompleted)
            .OrderBy(static one => one.EndTime).ThenBy(static one => one.Name, StringComparer.Ordinal))
        {
            string then = done[failed.Name].FirstOrDefault(one => one.EndTime >= failed.EndTime) is { } later
                ? NightBar.Moment(later.EndTime)
                : "not yet";
            page.Add($"<tr><td>{SvgText.Of(failed.Name)}</td><td class=\"n\">{failed.Wave}</td>")
                .Add($"<td class=\"n\">{NightBar.Moment(failed.EndTime)}</td>")
                .Add($"<td class=\"why\">{SvgText.Of(failed.Error)}</td><td class=\"n\">{then}</td></tr>");
        }

        End(page);
    }

    /// <summary>Where each server goes, folded away.</summary>
    public static void Placement(SvgMarkup page, ConsolidationPlan plan)
    {
        page.Add($"<details><summary>Where each of the {ByteText.Count(plan.VMs.Count)} servers goes</summary>");
        Begin(
            page, ("Server", false), ("Role", false), ("System", false), ("Host", false), ("LUN", false),
            ("Memory", true), ("Disks", true));
        foreach (PlannedVM vm in plan.VMs)
        {
            page.Add($"<tr><td>{SvgText.Of(vm.Server.Name)}</td><td>{SvgText.Of(vm.Server.Role.ToString())}</td>")
                .Add($"<td>{SvgText.Of(vm.Server.Edition.Name)}</td><td>{SvgText.Of(vm.Host)}</td>")
                .Add($"<td>{SvgText.Of(vm.Lun)}</td><td class=\"n\">{ByteText.Count(vm.MemoryMegabytes)} MB</td>")
                .Add($"<td class=\"n\">{ByteText.Of(vm.DiskMegabytes << 20)}</td></tr>");
        }

        End(page);
        page.Add($"</details>");
    }

    private static void Begin(SvgMarkup page, params ReadOnlySpan<(string Name, bool IsNumber)> columns)
    {
        page.Add($"<div class=\"scroll\"><table>").Add($"<tr>");
        foreach ((string name, bool isNumber) in columns)
        {
            page.Add($"<th{(isNumber ? " class=\"n\"" : string.Empty)}>{SvgText.Of(name)}</th>");
        }

        page.Add($"</tr>");
    }

    private static void End(SvgMarkup page) => page.Add($"</table></div>");
}
