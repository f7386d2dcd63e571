namespace HyperVLab.Engine.Compute.Load;

/// <summary>Traffic from one end to another.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="BitsPerSecond">How much is offered, whatever becomes of it; null for as much as gets through, as TCP
/// has it.</param>
public sealed record LoadFlow(LoadEnd From, LoadEnd To, long? BitsPerSecond);
