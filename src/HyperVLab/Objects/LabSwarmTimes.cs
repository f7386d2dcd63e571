using HyperVLab.Engine.Swarm;

namespace HyperVLab.Objects;

/// <summary>How long something took in a swarm.</summary>
public sealed class LabSwarmTimes
{
    private readonly SwarmHistogram _times;

    internal LabSwarmTimes(string name, SwarmHistogram times)
    {
        Name = name;
        _times = times;
    }

    /// <summary>What took that long: failover, convergence, or what began an outage.</summary>
    public string Name { get; }

    /// <summary>How often.</summary>
    public long Count => _times.Count;

    /// <summary>The mean.</summary>
    public TimeSpan Mean => _times.Mean;

    /// <summary>The time that half of them did not exceed, in whole classes of the histogram.</summary>
    public TimeSpan Median => TimeSpan.FromSeconds(_times.Percentile(50));

    /// <summary>The time that 95 of a hundred did not exceed, in whole classes of the histogram.</summary>
    public TimeSpan Percentile95 => TimeSpan.FromSeconds(_times.Percentile(95));

    /// <summary>The longest.</summary>
    public TimeSpan Longest => _times.Longest;

    /// <summary>All of them together.</summary>
    public TimeSpan Total => _times.Total;

    /// <summary>The upper bounds of the histogram's classes in seconds; what is longer is in one more.</summary>
    public int[] Bounds { get; } = [.. SwarmHistogram.Bounds];

    /// <summary>How many times are in each class.</summary>
    public long[] Counts => [.. _times.Counts];

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"{Name}: {Count}, median {Median.TotalSeconds:F0} s, longest {Longest.TotalSeconds:F1} s");
}
