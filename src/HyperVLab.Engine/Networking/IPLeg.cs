namespace HyperVLab.Engine.Networking;

/// <summary>A part of a packet's way that crosses no router.</summary>
/// <param name="From">By what it leaves its sender, or a router.</param>
/// <param name="To">By what it gets to the next router, or its target.</param>
internal readonly record struct IPLeg(Endpoint From, Endpoint To);
