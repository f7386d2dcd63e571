namespace HyperVLab.Engine.Clustering.Views;

/// <summary>A validation test.</summary>
/// <param name="Category">The tests that it belongs to.</param>
/// <param name="DisplayName">Its name.</param>
public sealed record ClusterValidationTestView(string Category, string DisplayName);
