using HyperVLab.Engine.Proof;

namespace HyperVLab.Engine.Swarm;

/// <summary>A violation that a seed showed, and the shortest schedule that was found to show it still.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="At">When it showed, since the schedule began, in the shortest schedule.</param>
/// <param name="Violation">What does not hold.</param>
/// <param name="DrawnSteps">How many steps the schedule had that the seed drew.</param>
/// <param name="Plan">The shortest schedule.</param>
public sealed record SwarmFinding(long Seed, TimeSpan At, Violation Violation, int DrawnSteps, SwarmPlan Plan);
