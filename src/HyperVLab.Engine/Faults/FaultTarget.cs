using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Compute;
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

    /// <summary>The computers to which the network is impaired; none for every other one.</summary>
    public IReadOnlyList<Key<PhysicalComputer>> ToComputers { get; init; } = [];

    /// <summary>Whether the network is impaired only in the direction of those.</summary>
    public bool OneWay { get; init; }

    /// <summary>How many of a hundred frames are lost; null for none.</summary>
    public int? LossPercent { get; init; }

    /// <summary>By how much frames or transfers are late; null for not at all.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>Virtual machines.</summary>
    public IReadOnlyList<Key<VirtualMachine>> VMs { get; init; } = [];

    /// <summary>A physical network adapter of the computer.</summary>
    public Key<NetworkAdapter>? Adapter { get; init; }

    /// <summary>A storage array.</summary>
    public Key<StorageArray>? StorageArray { get; init; }

    /// <summary>The number of one of its controllers, from 0.</summary>
    public int? Controller { get; init; }

    /// <summary>Logical units.</summary>
    public IReadOnlyList<Key<Lun>> Luns { get; init; } = [];

    /// <summary>How many of a hundred transfers fail; null for none.</summary>
    public int? ErrorPercent { get; init; }

    /// <summary>
    /// Before which write to the files of virtual hard disks the process is killed, from 1; null for at once.
    /// </summary>
    public int? AfterWrites { get; init; }

    /// <summary>A cluster.</summary>
    public Key<Cluster>? Cluster { get; init; }
}
