using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>A port of a physical switch, by what is plugged in: an adapter or another switch.</summary>
/// <param name="Adapter">The adapter.</param>
/// <param name="Neighbour">The switch.</param>
internal readonly record struct SwitchPort(Key<NetworkAdapter>? Adapter, Key<PhysicalSwitch>? Neighbour);
