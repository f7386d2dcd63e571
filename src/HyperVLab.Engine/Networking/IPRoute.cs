namespace HyperVLab.Engine.Networking;

/// <summary>Where a packet goes next.</summary>
/// <param name="From">By what it leaves its sender.</param>
/// <param name="Adapter">The computer's adapter; null for a guest.</param>
/// <param name="NextHop">Whose MAC address it is sent to: its target's, or a router's.</param>
internal readonly record struct IPRoute(Endpoint From, NetworkAdapter? Adapter, string NextHop);
