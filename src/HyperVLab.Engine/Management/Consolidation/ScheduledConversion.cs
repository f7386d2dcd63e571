namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>One conversion of a schedule.</summary>
/// <param name="VM">What is converted, and where to.</param>
/// <param name="Wave">The night, from 1.</param>
/// <param name="Lane">Which of the conversions that share the segment's uplink it is, from 1.</param>
/// <param name="Start">When it begins, since the Monday at 0:00 of the first night's week.</param>
/// <param name="Duration">How long it takes.</param>
/// <param name="IsOnline">Whether its server goes on working meanwhile.</param>
public sealed record ScheduledConversion(
    PlannedVM VM, int Wave, int Lane, TimeSpan Start, TimeSpan Duration, bool IsOnline)
{
    /// <summary>When it ends.</summary>
    public TimeSpan End => Start + Duration;
}
