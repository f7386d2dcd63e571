namespace HyperVLab.Engine.Proof;

/// <summary>Something that does not hold.</summary>
/// <param name="Invariant">What should hold.</param>
/// <param name="Target">The name of what breaks it.</param>
/// <param name="Message">How.</param>
public sealed record Violation(LabInvariant Invariant, string Target, string Message);
