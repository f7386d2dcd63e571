using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Faults;

/// <summary>What a fault befalls: as much of this as its kind takes.</summary>
public sealed record FaultTarget
{
    /// <summary>Computers.</summary>
    public IReadOnlyList<Key<PhysicalComputer>> Computers { get; init; } = [];

    /// <summary>A physical network adapter of the computer.</summary>
    public Key<NetworkAdapter>? Adapter { get; init; }

    /// <summary>A storage array.</summary>
    public Key<StorageArray>? StorageArray { get; init; }

    /// <summary>The number of one of its controllers, from 0.</summary>
    public int? Controller { get; init; }

    /// <summary>A cluster.</summary>
    public Key<Cluster>? Cluster { get; init; }
}
