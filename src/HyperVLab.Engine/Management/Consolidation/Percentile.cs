namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>Percentiles by the nearest rank: always one of the samples, so they are exact.</summary>
public static class Percentile
{
    private const int MostKept = 32;

    /// <summary>How many of some samples may be above a percentile.</summary>
    /// <param name="percent">1 to 100; 100 is the highest sample.</param>
    /// <param name="count">How many samples there are.</param>
    public static int SamplesAbove(int percent, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(percent, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        return count - (((count * percent) + 99) / 100);
    }

    /// <summary>The percentile of some samples.</summary>
    /// <param name="samples">At least one, in any order; they stay as they are.</param>
    /// <param name="percent">1 to 100.</param>
    public static long Of(ReadOnlySpan<long> samples, int percent) =>
        Above(samples, SamplesAbove(percent, samples.Length));

    /// <summary>The sample above which there are some others.</summary>
    /// <param name="samples">In any order; they stay as they are.</param>
    /// <param name="above">How many others: less than there are samples.</param>
    public static long Above(ReadOnlySpan<long> samples, int above)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(above, samples.Length);
        Span<long> highest = above < MostKept ? stackalloc long[above + 1] : new long[above + 1];
        int kept = 0;
        foreach (long sample in samples)
        {
            if (kept < highest.Length || sample > highest[^1])
            {
                int place = kept < highest.Length ? kept++ : highest.Length - 1;
                while (place > 0 && highest[place - 1] < sample)
                {
                    highest[place] = highest[place - 1];
                    place--;
                }

                highest[place] = sample;
            }
        }

        return highest[^1];
    }
}
