using HyperVLab.Engine.Proof;

namespace HyperVLab.Engine.Swarm;

/// <summary>How one run ended.</summary>
/// <param name="Violation">The first thing that did not hold; null where all did.</param>
/// <param name="At">When that was, since the schedule began.</param>
/// <param name="JournalHash">The hash over all inputs and events.</param>
/// <param name="StateHash">The hash of the state at the end; null where nobody asked.</param>
/// <param name="Figures">What was counted.</param>
internal sealed record SwarmOutcome(
    Violation? Violation, TimeSpan At, string JournalHash, string? StateHash, SwarmReport Figures);
