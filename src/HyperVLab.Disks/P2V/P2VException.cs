namespace HyperVLab.Disks.P2V;

/// <summary>A disk of a physical computer cannot be converted.</summary>
/// <param name="message">Why, as a sentence.</param>
public sealed class P2VException(string message) : Exception(message);
