namespace HyperVLab.Engine.Swarm;

/// <summary>
/// What came out of some seeds. Two reports of different seeds add up to the report of all of them, in any order, so
/// that shards can be played anywhere.
/// </summary>
public sealed class SwarmReport
{
    private readonly byte[] _digest = new byte[32];

    /// <summary>How many seeds were played.</summary>
    public long Seeds { get; internal set; }

    /// <summary>How many events were applied.</summary>
    public long Events { get; internal set; }

    /// <summary>How many requests were carried out.</summary>
    public long Requests { get; internal set; }

    /// <summary>How many requests were refused.</summary>
    public long Refusals { get; internal set; }

    /// <summary>How many faults began.</summary>
    public long FaultsBegun { get; internal set; }

    /// <summary>How much virtual time passed.</summary>
    public TimeSpan VirtualTime { get; internal set; }

    /// <summary>How many pings were sent.</summary>
    public long PingsSent { get; internal set; }

    /// <summary>How many of them were lost.</summary>
    public long PingsLost { get; internal set; }

    /// <summary>
    /// How long guests answered nobody without an administrator's doing, by what began it: a kind of fault, or an
    /// event.
    /// </summary>
    public SortedList<string, SwarmHistogram> UnplannedDowntime { get; } = new(StringComparer.Ordinal);

    /// <summary>How long guests were down that came up again on another host, unplanned.</summary>
    public SwarmHistogram Failovers { get; } = new();

    /// <summary>After how long all was online again once all was repaired.</summary>
    public SwarmHistogram Convergence { get; } = new();

    /// <summary>How often each kind of step was carried out.</summary>
    public SortedList<string, long> Steps { get; } = new(StringComparer.Ordinal);

    /// <summary>The violations, ordered by seed.</summary>
    public IReadOnlyList<SwarmFinding> Findings { get; private set; } = [];

    /// <summary>Seeds that gave other hashes when they were played again, ascending.</summary>
    public IReadOnlyList<long> UnequalSeeds { get; private set; } = [];

    /// <summary>Whether nothing was violated and nothing differed.</summary>
    public bool IsGreen => Findings.Count == 0 && UnequalSeeds.Count == 0;

    /// <summary>
    /// A digest of the hashes of all seeds, in lower-case hexadecimal: equal where the same seeds gave the same.
    /// </summary>
    public string Digest => Convert.ToHexStringLower(_digest);

    /// <summary>Adds another report of other seeds.</summary>
    public void Add(SwarmReport other)
    {
        Seeds += other.Seeds;
        Events += other.Events;
        Requests += other.Requests;
        Refusals += other.Refusals;
        FaultsBegun += other.FaultsBegun;
        VirtualTime += other.VirtualTime;
        PingsSent += other.PingsSent;
        PingsLost += other.PingsLost;
        Failovers.Add(other.Failovers);
        Convergence.Add(other.Convergence);
        foreach ((string cause, SwarmHistogram times) in other.UnplannedDowntime)
        {
            DowntimeOf(cause).Add(times);
        }

        foreach ((string kind, long count) in other.Steps)
        {
            CountStep(kind, count);
        }

        Findings = [.. Findings.Concat(other.Findings).OrderBy(static finding => finding.Seed)];
        UnequalSeeds = [.. UnequalSeeds.Concat(other.UnequalSeeds).Order()];
        Mix(other._digest);
    }

    /// <summary>The downtime of a cause, to be counted up.</summary>
    internal SwarmHistogram DowntimeOf(string cause)
    {
        if (!UnplannedDowntime.TryGetValue(cause, out SwarmHistogram? times))
        {
            UnplannedDowntime.Add(cause, times = new SwarmHistogram());
        }

        return times;
    }

    /// <summary>Counts steps of a kind.</summary>
    internal void CountStep(string kind, long count) =>
        Steps[kind] = Steps.TryGetValue(kind, out long before) ? before + count : count;

    /// <summary>Adds a violation.</summary>
    internal void Report(SwarmFinding finding) => Findings = [.. Findings, finding];

    /// <summary>Adds a seed that gave other hashes.</summary>
    internal void ReportUnequal(long seed) => UnequalSeeds = [.. UnequalSeeds, seed];

    /// <summary>Mixes a digest in; the order does not matter.</summary>
    internal void Mix(ReadOnlySpan<byte> digest)
    {
        for (int index = 0; index < _digest.Length; index++)
        {
            _digest[index] ^= digest[index];
        }
    }
}
