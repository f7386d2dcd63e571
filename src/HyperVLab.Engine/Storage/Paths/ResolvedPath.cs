namespace HyperVLab.Engine.Storage;

/// <summary>Where a path of a computer leads.</summary>
/// <param name="Volume">The volume.</param>
/// <param name="Relative">The path in it; empty at its root.</param>
/// <param name="Full">The whole path as given, with backslashes and none at the end.</param>
internal sealed record ResolvedPath(Volume Volume, string Relative, string Full);
