namespace HyperVLab.Engine.Proof;

/// <summary>Something that did not hold.</summary>
/// <param name="Time">When it was first seen, since the lab began.</param>
/// <param name="Violation">What.</param>
public sealed record SeenViolation(TimeSpan Time, Violation Violation);
