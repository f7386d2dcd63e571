namespace HyperVLab.Engine.Swarm;

/// <summary>How often how long a time was; two of them add up to what both saw.</summary>
public sealed class SwarmHistogram
{
    private static readonly int[] s_bounds = [1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600, 1800, 3600];

    private readonly long[] _counts = new long[s_bounds.Length + 1];

    /// <summary>The upper bounds of the classes in seconds; what is longer is in one more.</summary>
    public static IReadOnlyList<int> Bounds => s_bounds;

    /// <summary>How many times are in each class.</summary>
    public IReadOnlyList<long> Counts => _counts;

    /// <summary>How many times there are.</summary>
    public long Count { get; private set; }

    /// <summary>All of them together.</summary>
    public TimeSpan Total { get; private set; }

    /// <summary>The longest.</summary>
    public TimeSpan Longest { get; private set; }

    /// <summary>The mean; zero where there is none.</summary>
    public TimeSpan Mean => Count == 0 ? TimeSpan.Zero : Total / Count;

    /// <summary>
    /// The upper bound in seconds of the class in which the time is that so many of a hundred do not exceed; the
    /// longest time's own where that is the last class.
    /// </summary>
    public double Percentile(int percent)
    {
        long wanted = ((Count * percent) + 99) / 100;
        long seen = 0;
        for (int index = 0; index < s_bounds.Length; index++)
        {
            seen += _counts[index];
            if (seen >= wanted)
            {
                return Math.Min(s_bounds[index], Longest.TotalSeconds);
            }
        }

        return Longest.TotalSeconds;
    }

    /// <summary>Counts a time.</summary>
    internal void Add(TimeSpan time)
    {
        int index = 0;
        while (index < s_bounds.Length && time.TotalSeconds > s_bounds[index])
        {
            index++;
        }

        _counts[index]++;
        Count++;
        Total += time;
        Longest = time > Longest ? time : Longest;
    }

    /// <summary>Counts what another saw as well.</summary>
    internal void Add(SwarmHistogram other)
    {
        for (int index = 0; index < _counts.Length; index++)
        {
            _counts[index] += other._counts[index];
        }

        Count += other.Count;
        Total += other.Total;
        Longest = other.Longest > Longest ? other.Longest : Longest;
    }

    /// <summary>What a file says was seen.</summary>
    internal void Restore(IReadOnlyList<long> counts, TimeSpan total, TimeSpan longest)
    {
        for (int index = 0; index < _counts.Length; index++)
        {
            _counts[index] = counts[index];
        }

        Count = counts.Sum();
        Total = total;
        Longest = longest;
    }
}
