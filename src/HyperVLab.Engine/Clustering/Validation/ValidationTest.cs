namespace HyperVLab.Engine.Clustering.Validation;

/// <summary>A test of computers that are to become a cluster.</summary>
/// <param name="Category">The tests that it belongs to.</param>
/// <param name="Name">Its name in the report.</param>
/// <param name="Run">Does it; it reads the lab only.</param>
internal sealed record ValidationTest(string Category, string Name, Func<ValidationScope, ValidationFinding> Run);
