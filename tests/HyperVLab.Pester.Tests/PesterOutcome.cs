namespace HyperVLab.Pester.Tests;

/// <summary>How one Pester file went.</summary>
/// <param name="Passed">Whether it ran at least one test and none failed.</param>
/// <param name="Skipped">Whether it skipped all of its tests.</param>
/// <param name="Output">What Pester wrote.</param>
internal sealed record PesterOutcome(bool Passed, bool Skipped, string Output);
