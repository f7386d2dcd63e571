using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using System.Text;
using HyperVLab.Binding;
using HyperVLab.Engine.Swarm;
using HyperVLab.Objects;
using HyperVLab.Swarm;

namespace HyperVLab.Commands.Proof;

/// <summary>
/// Proves HyperVLab against itself: each seed draws hosts, a cluster and virtual machines, and a schedule of faults and
/// admin actions; plays it with everything checked after every event; repairs everything, and requires that all comes
/// online again.
/// </summary>
/// <remarks>
/// What a seed gives depends on nothing but the seed: not on threads, shards or computers. The reports of shards add up
/// with -Merge, so that a build matrix can play millions. A violation is a defect of HyperVLab; it is reported with the
/// shortest schedule that still shows it, which -Schedule plays again. Ctrl+C stops after the seeds that are being
/// played.
/// </remarks>
/// <example>
/// <code>Invoke-LabSwarm -Seed (1..1000) -Verify</code>
/// Plays a thousand seeds, each twice.
/// </example>
/// <example>
/// <code>Invoke-LabSwarm -Seed (1..100000) -Shard 3/10 -OutFile shard3.json; Invoke-LabSwarm -Merge (Get-Item
/// shard*.json)</code> Plays a tenth of the seeds, and adds up the reports of all tenths.
/// </example>
[Cmdlet(VerbsLifecycle.Invoke, "LabSwarm", DefaultParameterSetName = "Seed", SupportsShouldProcess = true)]
[OutputType(typeof(LabSwarmReport))]
public sealed class InvokeLabSwarmCommand : GuardedCmdlet, IDisposable
{
    // How often progress is shown (ours).
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(200);

    private readonly SwarmPlayer _player = new();
    private readonly CancellationTokenSource _stop = new();

    /// <summary>The seeds.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Seed")]
    [ValidateNotNullOrEmpty]
    public long[] Seed { get; set; } = [];

    /// <summary>Which of several shards is played: 3/10 is the third of ten.</summary>
    [Parameter(ParameterSetName = "Seed")]
    [ValidateNotNullOrEmpty]
    public string Shard { get; set; } = "1/1";

    /// <summary>How many seeds are played at once. Without it, one for each processor.</summary>
    [Parameter(ParameterSetName = "Seed")]
    [ValidateRange(1, 1024)]
    public int ThrottleLimit { get; set; } = Environment.ProcessorCount;

    /// <summary>Plays each seed twice, and compares the hashes of journal and state.</summary>
    [Parameter(ParameterSetName = "Seed")]
    [Parameter(ParameterSetName = "Schedule")]
    public SwitchParameter Verify { get; set; }

    /// <summary>Leaves schedules that show a violation as they were drawn, and looks for no shorter ones.</summary>
    [Parameter(ParameterSetName = "Seed")]
    public SwitchParameter NoShrink { get; set; }

    /// <summary>A file with schedules: a report with violations, or a schedule that somebody wrote.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Schedule")]
    [ValidateNotNullOrEmpty]
    public string Schedule { get; set; } = null!;

    /// <summary>Reports of other seeds, which are added up.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Merge")]
    [ValidateNotNullOrEmpty]
    public string[] Merge { get; set; } = [];

    /// <summary>The file of this computer to which the report is written as JSON.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutFile { get; set; }

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        base.StopProcessing();
        _stop.Cancel();
    }

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    /// <inheritdoc/>
    private protected override void Process()
    {
        string target = ParameterSetName switch
        {
            "Merge" => string.Join(", ", Merge),
            "Schedule" => Schedule,
            _ => string.Create(CultureInfo.InvariantCulture, $"{Seed.Length} seeds"),
        };
        if (!ShouldProcess(target))
        {
            return;
        }

        var watch = Stopwatch.StartNew();
        SwarmReport report = ParameterSetName switch
        {
            "Merge" => Added(),
            "Schedule" => Replayed(),
            _ => Played(),
        };
        if (OutFile is { } file)
        {
            string path = LocalPath.Of(this, file);
            LocalPath.Write(path, () =>
            {
                using var text = new StreamWriter(path, append: false, new UTF8Encoding(false));
                SwarmFile.Write(text, report);
            });
        }

        WriteObject(new LabSwarmReport(report, _player, watch.Elapsed));
    }

    private SwarmReport Played()
    {
        (long number, long of) = SwarmFile.ReadShard(Shard);
        long[] seeds = [.. SwarmDriver.Shard(Seed.Distinct(), number, of)];
        var driver = new SwarmDriver(
            _player, seeds, new SwarmOptions { Verify = Verify, KeepsSchedules = NoShrink });
        var running = Task.Run(() => driver.Run(ThrottleLimit, progress: null, _stop.Token));
        while (!running.Wait(s_interval))
        {
            Show(driver, seeds.Length, ProgressRecordType.Processing);
        }

        running.GetAwaiter().GetResult();
        Show(driver, seeds.Length, ProgressRecordType.Completed);
        return driver.Report;
    }

    private void Show(SwarmDriver driver, int count, ProgressRecordType type)
    {
        if (!IsStopping)
        {
            WriteProgress(new ProgressRecord(
                0,
                "Invoke-LabSwarm",
                string.Create(CultureInfo.InvariantCulture, $"{driver.Played} of {count} seeds"))
            {
                PercentComplete = count == 0 ? 100 : (int)(driver.Played * 100 / count),
                RecordType = type,
            });
        }
    }

    private SwarmReport Replayed()
    {
        var report = new SwarmReport();
        foreach (SwarmPlan plan in Read(Schedule, SwarmFile.ReadPlans))
        {
            report.Add(_player.Play(plan, new SwarmOptions { Verify = Verify, KeepsSchedules = true }));
        }

        return report;
    }

    private SwarmReport Added()
    {
        var report = new SwarmReport();
        foreach (string path in Merge)
        {
            report.Add(Read(path, SwarmFile.ReadReport));
        }

        return report;
    }

    private T Read<T>(string path, Func<TextReader, T> read)
    {
        string full = LocalPath.Of(this, path);
        T? content = default;
        LocalPath.Write(full, () =>
        {
            using StreamReader file = File.OpenText(full);
            content = read(file);
        });
        return content!;
    }
}
