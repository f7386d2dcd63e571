using System.Diagnostics;
using System.Globalization;
using HyperVLab.Disks;

namespace HyperVLab.Fuzz;

/// <summary>Runs cases, watches them, and keeps the files of findings.</summary>
internal sealed class FuzzRunner : IDisposable
{
    private const int SliceSeconds = 5;
    private const int SlowSeconds = 2;

    private readonly FuzzOptions _options;
    private readonly Watchdog _watchdog;
    private readonly HashSet<string> _known = [];
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private (FuzzTarget Target, MemoryDiskFile Input, int Seed) _now;
    private int _findings;

    public FuzzRunner(FuzzOptions options)
    {
        _options = options;
        _watchdog = new Watchdog(TimeSpan.FromSeconds(options.TimeoutSeconds), EndHanging);
    }

    public void Dispose() => _watchdog.Dispose();

    /// <summary>Runs one file that was kept.</summary>
    /// <returns>0 if it did nothing wrong.</returns>
    public int Replay(List<FuzzTarget> targets, string path)
    {
        using var file = FileDiskFile.Open(path, readOnly: true);
        var input = new MemoryDiskFile();
        file.CopyDataTo(input);
        var name = Path.GetFileNameWithoutExtension(path);
        var seed = int.TryParse(name[(name.LastIndexOf('-') + 1)..], CultureInfo.InvariantCulture, out var number)
            ? number
            : _options.Seed;
        foreach (var target in targets)
        {
            var (trial, finding) = RunCase(target, input, seed);
            Console.WriteLine($"{target.Name}, seed {seed}: {finding?.Kind ?? "fine"}");
            Console.WriteLine(string.Join('\n', trial.Fates.Order(StringComparer.Ordinal)));
            Console.WriteLine(finding?.Detail);
            _findings += finding is null ? 0 : 1;
        }

        return _findings == 0 ? 0 : 1;
    }

    /// <summary>Runs targets in turn until the time is over.</summary>
    /// <returns>0 if there was no finding.</returns>
    public int Run(List<FuzzTarget> targets)
    {
        var totals = targets.Select(target => new FuzzTotals(target, _options.CorpusPath)).ToList();
        totals.ForEach(RunGood);

        // On a busy computer the good files take a while; the time asked for is that of changed ones.
        _clock.Restart();
        do
        {
            foreach (var total in totals.TakeWhile(_ => !IsOver))
            {
                RunSlice(total);
            }

            Console.WriteLine($"-- {_clock.Elapsed:hh\\:mm\\:ss}, {_findings} findings");
            totals.ForEach(Console.WriteLine);
        }
        while (!IsOver);

        return _findings == 0 ? 0 : 1;
    }

    private bool IsOver => _clock.Elapsed.TotalSeconds >= _options.Seconds || _findings >= _options.StopAfter;

    private void RunGood(FuzzTotals total)
    {
        foreach (var (index, input) in total.Corpus.Good.Index())
        {
            var (trial, finding) = RunCase(total.Target, input.Clone(), _options.Seed);
            Report(total, input, _options.Seed, finding);
            total.Corpus.Learn(input, trial, new Random(0));
            foreach (var refusal in trial.Fates.Where(fate => fate.Contains(": ", StringComparison.Ordinal)))
            {
                Console.WriteLine($"{total.Target.Name}, good file {index}: {refusal}");
            }
        }
    }

    private void RunSlice(FuzzTotals total)
    {
        var slice = Stopwatch.StartNew();
        while (slice.Elapsed.TotalSeconds < SliceSeconds && !IsOver)
        {
            var seed = unchecked(_options.Seed + (int)total.Cases * 7919) & int.MaxValue;
            var random = new Random(seed);
            var input = total.Corpus.Pick(random).Clone();
            Mutator.Change(input, total.Target, total.Corpus.Pick(random), random);
            if (random.Next(4) > 0)
            {
                total.Target.Seal(input);
            }

            var clock = Stopwatch.StartNew();
            var (trial, finding) = RunCase(total.Target, input, seed);
            total.Count(trial, clock.Elapsed);
            if (clock.Elapsed.TotalSeconds > SlowSeconds && _known.Add($"slow {total.Target.Name}"))
            {
                Console.WriteLine($"slow: {Keep(total.Target, input, seed)} took {clock.Elapsed.TotalSeconds:F1} s");
            }

            total.Corpus.Learn(input, trial, random);
            Report(total, input, seed, finding);
        }

        total.Elapsed += slice.Elapsed;
    }

    private (FuzzCase Trial, FuzzFinding? Finding) RunCase(FuzzTarget target, MemoryDiskFile input, int seed)
    {
        var trial = new FuzzCase(seed);
        var copy = input.Clone();
        _now = (target, input, seed);
        FuzzFinding? finding = null;
        _watchdog.Begin();
        try
        {
            target.Run(copy, trial);
        }
        catch (Exception error)
        {
            finding = new FuzzFinding("crash", error.ToString());
        }

        _watchdog.End();
        return (trial, finding ?? (trial.TooMuchMemory is not { } memory ? null : new FuzzFinding(
            "memory", $"{memory} In use at once: {_watchdog.PeakBytes} bytes at most.")));
    }

    private void Report(FuzzTotals total, MemoryDiskFile input, int seed, FuzzFinding? finding)
    {
        if (finding is null || !_known.Add(total.Target.Name + finding.Key))
        {
            return;
        }

        _findings++;
        Console.WriteLine($"FINDING {finding.Kind} in {Keep(total.Target, input, seed)}\n{finding.Detail}");
    }

    private string Keep(FuzzTarget target, MemoryDiskFile input, int seed)
    {
        Directory.CreateDirectory(_options.FindingsPath);
        var path = Path.Combine(_options.FindingsPath, $"{target.Name}-{_clock.ElapsedMilliseconds}-{seed}.bin");
        using var file = FileDiskFile.CreateNew(path);
        input.CopyDataTo(file);
        return path;
    }

    private void EndHanging()
    {
        var (target, input, seed) = _now;
        Console.WriteLine($"FINDING hang in {Keep(target, input, seed)}: above {_options.TimeoutSeconds} seconds");
        Environment.Exit(3);
    }
}
