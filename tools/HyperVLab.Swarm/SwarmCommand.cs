using System.Diagnostics;
using System.Globalization;
using HyperVLab.Engine;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Swarm;

namespace HyperVLab.Swarm;

/// <summary>Plays seeds, schedules or adds reports up.</summary>
internal static class SwarmCommand
{
    /// <summary>Does what the command line says.</summary>
    /// <returns>
    /// 0 where nothing was violated, 1 where something was or a file is unusable, 2 for a wrong line.
    /// </returns>
    public static int Run(string[] arguments, TextWriter output, TextWriter errors)
    {
        try
        {
            if (SwarmArguments.Read(arguments) is { } read)
            {
                return Run(read, output);
            }

            errors.WriteLine(SwarmArguments.Usage);
            return 2;
        }
        catch (Exception refusal) when (refusal is LabException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(refusal.Message);
            return 1;
        }
    }

    private static int Run(SwarmArguments arguments, TextWriter output)
    {
        var watch = Stopwatch.StartNew();
        SwarmReport report = arguments switch
        {
            { Seeds: { } seeds } => Play(arguments, seeds, output),
            { Schedule: { } schedule } => Replay(schedule, arguments, output),
            _ => Merge(arguments.Merge),
        };
        new SwarmPrinter(output).Print(report, new SwarmPlayer());
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{watch.Elapsed.TotalSeconds:F1} s, {
                Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds:F1} s of processors"));
        if (arguments.Out is { } path)
        {
            using StreamWriter file = File.CreateText(path);
            SwarmFile.Write(file, report);
        }

        return report.IsGreen ? 0 : 1;
    }

    private static SwarmReport Play(SwarmArguments arguments, (long First, long Last) seeds, TextWriter output)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, press) =>
        {
            press.Cancel = true;
            stop.Cancel();
        };
        var driver = new SwarmDriver(
            new SwarmPlayer(),
            SwarmDriver.Shard(Range(seeds), arguments.Shard.Number, arguments.Shard.Of),
            arguments.Options);
        var watch = Stopwatch.StartNew();
        TimeSpan next = TimeSpan.FromSeconds(10);
        driver.Run(
            arguments.Threads,
            report =>
            {
                if (watch.Elapsed >= next)
                {
                    next = watch.Elapsed + TimeSpan.FromSeconds(10);
                    output.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{report.Seeds} seeds, {report.Seeds / watch.Elapsed.TotalMinutes:F0} a minute, {
                            report.Findings.Count} violations"));
                }
            },
            stop.Token);
        return driver.Report;
    }

    private static IEnumerable<long> Range((long First, long Last) seeds)
    {
        for (long seed = seeds.First; seed <= seeds.Last; seed++)
        {
            yield return seed;
        }
    }

    private static SwarmReport Replay(string path, SwarmArguments arguments, TextWriter output)
    {
        using StreamReader file = File.OpenText(path);
        var player = new SwarmPlayer();
        var report = new SwarmReport();
        foreach (SwarmPlan plan in SwarmFile.ReadPlans(file))
        {
            if (arguments.ShowsLog)
            {
                Print(player.LogOf(plan), output);
            }

            report.Add(player.Play(plan, arguments.Options with { KeepsSchedules = true }));
        }

        return report;
    }

    private static void Print(IReadOnlyList<LogView> log, TextWriter output)
    {
        foreach (LogView line in log)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{line.Time:c} {line.Level} {line.Computer} {line.Message}"));
        }
    }

    private static SwarmReport Merge(IReadOnlyList<string> paths)
    {
        var all = new SwarmReport();
        foreach (string path in paths)
        {
            using StreamReader file = File.OpenText(path);
            all.Add(SwarmFile.ReadReport(file));
        }

        return all;
    }
}
