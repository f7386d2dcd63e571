namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>A disk of a server as its system sees it.</summary>
/// <param name="Letter">The drive letter of its volume.</param>
/// <param name="SizeBytes">Its size in bytes.</param>
/// <param name="UsedBytes">What its volume has in use, in bytes.</param>
public sealed record ServerDisk(char Letter, long SizeBytes, long UsedBytes);
