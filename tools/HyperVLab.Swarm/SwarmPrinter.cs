using System.Globalization;
using HyperVLab.Engine.Swarm;

namespace HyperVLab.Swarm;

/// <summary>Prints reports for a person.</summary>
/// <param name="output">Where.</param>
internal sealed class SwarmPrinter(TextWriter output)
{
    /// <summary>Prints a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="player">Knows the fabrics of its schedules.</param>
    public void Print(SwarmReport report, SwarmPlayer player)
    {
        Line($"{report.Seeds} seeds, {report.Events} events, {report.VirtualTime.TotalHours:F1} virtual hours");
        Line($"{report.Requests} requests and {report.Refusals} refused, {report.FaultsBegun} faults");
        Line($"failover {Text(report.Failovers)}");
        Line($"convergence {Text(report.Convergence)}");
        foreach ((string cause, SwarmHistogram times) in report.UnplannedDowntime)
        {
            Line($"down by {cause} {Text(times)}");
        }

        Line($"pings {report.PingsSent} sent, {report.PingsLost} lost");
        Line($"digest {report.Digest}");
        foreach (SwarmFinding finding in report.Findings)
        {
            Print(finding, player);
        }

        foreach (long seed in report.UnequalSeeds)
        {
            Line($"seed {seed} gave other hashes when it was played again");
        }

        Line($"{report.Findings.Count} violations, {report.UnequalSeeds.Count} seeds not repeatable");
    }

    private void Print(SwarmFinding finding, SwarmPlayer player)
    {
        Line($"seed {finding.Seed}: {finding.Violation.Invariant} after {finding.At}: {finding.Violation.Message}");
        foreach (string step in player.ScriptOf(finding.Plan))
        {
            Line($"    {step}");
        }
    }

    private static string Text(SwarmHistogram times) => string.Create(
        CultureInfo.InvariantCulture,
        $"{times.Count} times, mean {times.Mean.TotalSeconds:F1} s, half within {times.Percentile(50):F0} s, 95 % {
            times.Percentile(95):F0} s, longest {times.Longest.TotalSeconds:F1} s");

    private void Line(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
