using System.Diagnostics;
using System.Globalization;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Swarm;

namespace HyperVLab.Benchmarks;

/// <summary>
/// How many seeds of the swarm one core plays in a minute, and how long a busy and a quiet day of a large cluster take.
/// Times are of the processor, so that what else this computer does counts little.
/// </summary>
internal sealed class SwarmFigures(TextWriter output)
{
    private const long Gigabyte = 1L << 30;
    private const int Seeds = 200;
    private const int PingCount = 7;

    private static readonly SwarmFabric s_usual = new()
    {
        NodeCount = 8, VMCount = 64, SharedVolumeCount = 2, HostMemoryBytes = 16 * Gigabyte, LedgerCount = 4,
    };

    private static readonly SwarmFabric s_large = new()
    {
        NodeCount = 16, VMCount = 1_000, SharedVolumeCount = 4, HostMemoryBytes = 64 * Gigabyte,
        Edition = "Windows Server 2012 R2 Datacenter", HasHeartbeatNetwork = true,
    };

    private readonly SwarmPlayer _player = new();

    /// <summary>Measures and prints.</summary>
    public void Run()
    {
        SwarmOptions options = new() { KeepsSchedules = true };
        Play(1, 20, options);
        (TimeSpan time, SwarmReport report) = Play(21, Seeds, options);
        double rate = Seeds / time.TotalMinutes;
        Line($"8 nodes, 64 VMs: {time.TotalMilliseconds / Seeds:F1} ms a seed, {rate:F0} a minute and core");
        Line($"  {report.Events / Seeds} events a seed, {report.Findings.Count} violations");
        TimeSpan day = TimeSpan.FromDays(1);
        SwarmPlan[] parts = [.. Enumerable.Range(1, 40).Select(seed => _player.PlanOf(seed, s_large))];
        SwarmStep[] steps =
        [
            // A ping goes on until the schedule ends: here that would be the rest of the day.
            .. parts.SelectMany((plan, index) => plan.Steps.Where(one => one.Kind != "Ping").Select(step => step with
            {
                At = (day * index / parts.Length) + step.At,
            })).OrderBy(step => step.At),
        ];
        SwarmStep[] pings =
        [
            .. Enumerable.Range(1, PingCount).Select(number => new SwarmStep(
                TimeSpan.Zero, "Ping", new TestConnection { TargetName = $"NODE{number:D2}", Repeat = true })),
        ];
        Day("busy", parts[0] with { Length = day, Steps = steps }, options);
        Day("busy and pinging", parts[0] with { Length = day, Steps = [.. pings, .. steps] }, options);
        Day("pinging", parts[0] with { Length = day, Steps = pings }, options);
        Day("quiet", parts[0] with { Length = day, Steps = [] }, options);
    }

    private void Day(string name, SwarmPlan plan, SwarmOptions options)
    {
        (TimeSpan time, SwarmReport report) = Measure(() => _player.Play(plan, options));
        Line($"a {name} day of 16 nodes and 1,000 VMs: {time.TotalSeconds:F2} s, {report.VirtualTime / time:F0} to 1");
        Line($"  {plan.Steps.Count} steps, {report.Events} events, {report.Findings.Count} violations");
        Line($"  {report.PingsSent} pings, {report.PingsLost} of them lost");
        foreach (SwarmFinding finding in report.Findings)
        {
            Line($"  {finding.Violation.Message}");
        }
    }

    private (TimeSpan Time, SwarmReport Report) Play(int first, int count, SwarmOptions options) => Measure(() =>
    {
        var all = new SwarmReport();
        for (int seed = first; seed < first + count; seed++)
        {
            all.Add(_player.Play(_player.PlanOf(seed, s_usual), options));
        }

        return all;
    });

    private static (TimeSpan Time, SwarmReport Report) Measure(Func<SwarmReport> work)
    {
        using var process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        SwarmReport report = work();
        process.Refresh();
        return (process.TotalProcessorTime - before, report);
    }

    private void Line(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
