namespace HyperVLab.Engine.Swarm;

/// <summary>All that a run depends on: a fabric, and a schedule of faults and admin actions.</summary>
/// <param name="Seed">The seed that it was drawn from.</param>
/// <param name="Fabric">What the schedule is played on.</param>
/// <param name="Length">How long it is; then everything is repaired.</param>
/// <param name="Steps">The schedule, ordered by time.</param>
public sealed record SwarmPlan(long Seed, SwarmFabric Fabric, TimeSpan Length, IReadOnlyList<SwarmStep> Steps);
