namespace HyperVLab.Engine.Hosts;

/// <summary>A role or feature as Windows lists it.</summary>
/// <param name="Name">The name that scripts use.</param>
/// <param name="DisplayName">The name that people read.</param>
/// <param name="IsRole">Whether it is a role, which Hyper-V Server refuses.</param>
/// <param name="NeedsRestart">Whether it works, or is gone, only after a restart.</param>
/// <param name="Duration">How long installing or removing it takes.</param>
public sealed record FeatureDescription(
    string Name, string DisplayName, bool IsRole, bool NeedsRestart, TimeSpan Duration);
