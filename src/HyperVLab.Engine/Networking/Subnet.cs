using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>A subnet in which a computer stands by one of its adapters.</summary>
/// <param name="Network">The network's address.</param>
/// <param name="PrefixLength">How many leading bits name it.</param>
/// <param name="Adapter">The adapter.</param>
/// <param name="Address">The computer's address there.</param>
/// <param name="HasGateway">Whether the adapter has a default gateway.</param>
internal sealed record Subnet(
    string Network, int PrefixLength, Key<NetworkAdapter> Adapter, string Address, bool HasGateway);
