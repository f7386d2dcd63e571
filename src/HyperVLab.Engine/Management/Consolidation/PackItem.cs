namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>Something to be packed.</summary>
/// <param name="index">Whose it is, in the list that is packed for.</param>
/// <param name="fixedNeeds">What it needs all the time, for each fixed dimension.</param>
/// <param name="varying">What it needs hour by hour, for each varying dimension.</param>
/// <param name="hoursAbove">In how many hours a bin may be too full.</param>
/// <param name="separation">Two of one number go into different bins; 0 where it does not matter.</param>
internal sealed class PackItem(
    int index, IReadOnlyList<long> fixedNeeds, IReadOnlyList<long[]> varying, int hoursAbove, int separation)
{
    /// <summary>Whose it is, in the list that is packed for.</summary>
    public int Index { get; } = index;

    /// <summary>What it needs all the time, for each fixed dimension.</summary>
    public IReadOnlyList<long> Fixed { get; } = fixedNeeds;

    /// <summary>What it needs hour by hour, for each varying dimension.</summary>
    public IReadOnlyList<long[]> Varying { get; } = varying;

    /// <summary>The most that it needs in an hour, for each varying dimension.</summary>
    public IReadOnlyList<long> Highest { get; } = [.. varying.Select(static hours => hours.Max())];

    /// <summary>What it needs in all but the hours in which a bin may be too full, for each varying
    /// dimension.</summary>
    public IReadOnlyList<long> Levels { get; } = [.. varying.Select(hours => Percentile.Above(hours, hoursAbove))];

    /// <summary>Two of one number go into different bins; 0 where it does not matter.</summary>
    public int Separation { get; } = separation;
}
