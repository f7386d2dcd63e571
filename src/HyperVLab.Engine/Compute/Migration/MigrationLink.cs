using HyperVLab.Engine.Networking;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>The connection over which a migration sends memory.</summary>
/// <param name="Source">The adapter of the host that the machine leaves.</param>
/// <param name="Target">The adapter of the host that it goes to.</param>
public sealed record MigrationLink(Key<NetworkAdapter> Source, Key<NetworkAdapter> Target);
