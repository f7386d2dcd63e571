using HyperVLab.Engine.Swarm;

namespace HyperVLab.Objects;

/// <summary>What came out of a swarm, as Invoke-LabSwarm writes it.</summary>
public sealed class LabSwarmReport
{
    private readonly SwarmReport _report;

    internal LabSwarmReport(SwarmReport report, SwarmPlayer player, TimeSpan elapsed)
    {
        _report = report;
        Elapsed = elapsed;
        Violations =
        [
            .. report.Findings.Select(finding => new LabSwarmViolation(finding, player.ScriptOf(finding.Plan))),
        ];
        UnplannedDowntime = [.. report.UnplannedDowntime.Select(pair => new LabSwarmTimes(pair.Key, pair.Value))];
    }

    /// <summary>How many seeds were played.</summary>
    public long Seeds => _report.Seeds;

    /// <summary>Whether nothing was violated, and every seed that was played twice gave the same twice.</summary>
    public bool IsGreen => _report.IsGreen;

    /// <summary>What did not hold, by seed.</summary>
    public LabSwarmViolation[] Violations { get; }

    /// <summary>Seeds that gave other hashes when they were played again.</summary>
    public long[] UnequalSeeds => [.. _report.UnequalSeeds];

    /// <summary>How many events were applied.</summary>
    public long Events => _report.Events;

    /// <summary>How many requests were carried out.</summary>
    public long Requests => _report.Requests;

    /// <summary>How many requests were refused.</summary>
    public long Refusals => _report.Refusals;

    /// <summary>How many faults began.</summary>
    public long Faults => _report.FaultsBegun;

    /// <summary>How much virtual time passed in all labs together.</summary>
    public TimeSpan VirtualTime => _report.VirtualTime;

    /// <summary>How long guests answered nobody without an administrator's doing, by what began it.</summary>
    public LabSwarmTimes[] UnplannedDowntime { get; }

    /// <summary>How long guests were down that came up again on another host, unplanned.</summary>
    public LabSwarmTimes Failover => new(nameof(Failover), _report.Failovers);

    /// <summary>After how long all was online again once all was repaired.</summary>
    public LabSwarmTimes Convergence => new(nameof(Convergence), _report.Convergence);

    /// <summary>How many pings were sent.</summary>
    public long PingsSent => _report.PingsSent;

    /// <summary>How many of them were lost.</summary>
    public long PingsLost => _report.PingsLost;

    /// <summary>How often each kind of fault and action was carried out.</summary>
    public IReadOnlyDictionary<string, long> Steps => _report.Steps;

    /// <summary>Equal where the same seeds gave the same, on however many threads and shards.</summary>
    public string Digest => _report.Digest;

    /// <summary>How long it took on this computer.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>How many seeds were played in a minute.</summary>
    public double SeedsPerMinute => Elapsed > TimeSpan.Zero ? Math.Round(Seeds / Elapsed.TotalMinutes, 1) : 0;

    /// <inheritdoc/>
    public override string ToString() =>
        FormattableString.Invariant($"{Seeds} seeds, {Violations.Length} violations");
}
