using HyperVLab.Engine.Networking;

namespace HyperVLab.Engine.Compute.Load;

/// <summary>A card by which traffic goes.</summary>
/// <param name="Card">The card.</param>
/// <param name="Part">How much of the traffic goes by it, from 0 to 1.</param>
internal readonly record struct LoadCard(NetworkAdapter Card, double Part);
