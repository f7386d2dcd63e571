namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>What one bin takes.</summary>
/// <param name="Fixed">For each fixed dimension, how much.</param>
/// <param name="Varying">For each varying dimension, how much in an hour.</param>
/// <param name="HoursAbove">In how many hours what varies may be above that: those beyond the percentile.</param>
/// <param name="MaxItems">How many items.</param>
internal sealed record BinShape(
    IReadOnlyList<long> Fixed, IReadOnlyList<long> Varying, int HoursAbove, int MaxItems);
