namespace HyperVLab.Engine.Compute;

/// <summary>When a migration came to one of its phases.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="StartTime">When it began, since the lab began.</param>
public sealed record MigrationStep(MigrationPhase Phase, TimeSpan StartTime);
