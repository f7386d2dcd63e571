using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>Who sends or gets a frame: a virtual machine's station, or a computer's adapter.</summary>
/// <param name="Station">The station.</param>
/// <param name="Adapter">The adapter: a card, a bond, or one of the management operating system.</param>
internal readonly record struct FramePlace(Key<Station>? Station, Key<NetworkAdapter>? Adapter);
