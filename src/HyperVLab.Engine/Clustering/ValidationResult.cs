namespace HyperVLab.Engine.Clustering;

/// <summary>What one validation test found.</summary>
/// <param name="Category">The tests that it belongs to, such as <c>Network</c>.</param>
/// <param name="Test">The test, by the name in Microsoft's report.</param>
/// <param name="Outcome">What it found.</param>
/// <param name="Messages">What it looked at, line by line.</param>
public sealed record ValidationResult(
    string Category, string Test, ValidationOutcome Outcome, IReadOnlyList<string> Messages);
