using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Faults;

/// <summary>
/// What an active fault holds down: its repair lets go of just that, whatever was added or plugged in elsewhere since.
/// </summary>
public sealed record FaultHold
{
    /// <summary>Nothing.</summary>
    public static readonly FaultHold None = new();

    /// <summary>Computers without power.</summary>
    public IReadOnlyList<Key<PhysicalComputer>> Unpowered { get; init; } = [];

    /// <summary>Computers whose agent does not answer.</summary>
    public IReadOnlyList<Key<PhysicalComputer>> Silent { get; init; } = [];

    /// <summary>Computers whose parent partition hangs.</summary>
    public IReadOnlyList<Key<PhysicalComputer>> HungComputers { get; init; } = [];

    /// <summary>What is wrong with the network.</summary>
    public Key<NetworkImpairment>? Impairment { get; init; }

    /// <summary>Virtual machines whose guest hangs.</summary>
    public IReadOnlyList<Key<VirtualMachine>> Hung { get; init; } = [];

    /// <summary>Adapters without a link.</summary>
    public IReadOnlyList<Key<NetworkAdapter>> Adapters { get; init; } = [];

    /// <summary>Storage paths that are out.</summary>
    public IReadOnlyList<Key<StoragePath>> Paths { get; init; } = [];

    /// <summary>Logical units that are gone.</summary>
    public IReadOnlyList<Key<Lun>> LostLuns { get; init; } = [];

    /// <summary>The computers from which those are gone; none for every one.</summary>
    public IReadOnlyList<Key<PhysicalComputer>> LostTo { get; init; } = [];

    /// <summary>Logical units whose pool is exhausted.</summary>
    public IReadOnlyList<Key<Lun>> FullLuns { get; init; } = [];

    /// <summary>Logical units whose transfers are late or fail.</summary>
    public IReadOnlyList<Key<Lun>> ImpairedLuns { get; init; } = [];

    /// <summary>By how much those transfers are late.</summary>
    public TimeSpan LunDelay { get; init; }

    /// <summary>How many of a hundred of those transfers fail.</summary>
    public int LunErrorPercent { get; init; }

    /// <summary>The switch in which the broken port is.</summary>
    public Key<PhysicalSwitch>? PortOf { get; init; }

    /// <summary>Clusters without their witness.</summary>
    public IReadOnlyList<Key<Cluster>> Clusters { get; init; } = [];
}
