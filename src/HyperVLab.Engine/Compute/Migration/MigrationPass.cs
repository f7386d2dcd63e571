namespace HyperVLab.Engine.Compute;

/// <summary>One pass of a live migration over memory.</summary>
/// <param name="Number">Which, from 1.</param>
/// <param name="StartTime">When it began, since the lab began.</param>
/// <param name="Bytes">How much was sent.</param>
/// <param name="Duration">How long that took.</param>
public sealed record MigrationPass(int Number, TimeSpan StartTime, long Bytes, TimeSpan Duration);
