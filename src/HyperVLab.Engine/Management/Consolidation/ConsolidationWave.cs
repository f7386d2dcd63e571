namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>One night of a schedule.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Start">When its window opens, since the Monday at 0:00 of the first night's week.</param>
/// <param name="End">When the window closes.</param>
/// <param name="Conversions">What is converted, in the order of their starts.</param>
public sealed record ConsolidationWave(
    int Number, TimeSpan Start, TimeSpan End, IReadOnlyList<ScheduledConversion> Conversions);
