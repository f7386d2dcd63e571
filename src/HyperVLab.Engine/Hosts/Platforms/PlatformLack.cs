namespace HyperVLab.Engine.Hosts;

/// <summary>Something that a platform lacks.</summary>
/// <param name="Feature">What it is.</param>
/// <param name="Name">What messages call it.</param>
/// <param name="Instead">What to do instead, as a sentence.</param>
public sealed record PlatformLack(PlatformFeature Feature, string Name, string Instead);
