using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Swarm;

/// <summary>What there is in a fabric for faults and actions to befall, by keys.</summary>
internal sealed record SwarmTargets
{
    /// <summary>Who asks: the lab's administrator at his workstation.</summary>
    public required Requests.LabCaller Caller { get; init; }

    /// <summary>The cluster.</summary>
    public required Key<Cluster> Cluster { get; init; }

    /// <summary>The hosts that are nodes.</summary>
    public required IReadOnlyList<Key<PhysicalComputer>> Hosts { get; init; }

    /// <summary>The hosts that are none.</summary>
    public required IReadOnlyList<Key<PhysicalComputer>> Spares { get; init; }

    /// <summary>The nodes, as the hosts are.</summary>
    public required IReadOnlyList<Key<ClusterNode>> Nodes { get; init; }

    /// <summary>The virtual machines.</summary>
    public required IReadOnlyList<Key<VirtualMachine>> VMs { get; init; }

    /// <summary>The hosts on which they are, as the machines are.</summary>
    public required IReadOnlyList<Key<PhysicalComputer>> Homes { get; init; }

    /// <summary>Their groups, as the machines are.</summary>
    public required IReadOnlyList<Key<ClusterGroup>> Groups { get; init; }

    /// <summary>The paths of their virtual hard disks, as the machines are.</summary>
    public required IReadOnlyList<string> Disks { get; init; }

    /// <summary>The resources of the machines themselves, as the machines are.</summary>
    public required IReadOnlyList<Key<ClusterResource>> Machines { get; init; }

    /// <summary>The cluster's own groups.</summary>
    public required IReadOnlyList<Key<ClusterGroup>> CoreGroups { get; init; }

    /// <summary>The shared volumes.</summary>
    public required IReadOnlyList<Key<ClusterSharedVolume>> Volumes { get; init; }

    /// <summary>The array.</summary>
    public required Key<StorageArray> Array { get; init; }

    /// <summary>The LUNs.</summary>
    public required IReadOnlyList<Key<Lun>> Luns { get; init; }

    /// <summary>The names of the hosts' physical adapters.</summary>
    public required IReadOnlyList<string> Adapters { get; init; }
}
