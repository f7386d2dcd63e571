using HyperVLab.Engine.Clustering;

namespace HyperVLab.Engine.Swarm;

/// <summary>
/// What a swarm's lab consists of when a schedule begins: hosts, a running cluster, virtual machines.
/// </summary>
public sealed record SwarmFabric
{
    /// <summary>The seed of the lab that is built.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>The edition of Windows on every host.</summary>
    public string Edition { get; init; } = "Windows Server 2008 R2 Datacenter";

    /// <summary>How many nodes the cluster has, 2 to 16.</summary>
    public int NodeCount { get; init; } = 2;

    /// <summary>How many hosts stand ready to be added to the cluster.</summary>
    public int SpareHostCount { get; init; }

    /// <summary>How many virtual machines there are; the first ones are on plain disks, one on each.</summary>
    public int VMCount { get; init; } = 2;

    /// <summary>How many cluster shared volumes there are.</summary>
    public int SharedVolumeCount { get; init; } = 1;

    /// <summary>How many clustered disks there are that are no shared volumes.</summary>
    public int PlainDiskCount { get; init; }

    /// <summary>How votes are counted.</summary>
    public ClusterQuorumType Quorum { get; init; }

    /// <summary>Whether the nodes have a network of their own for heartbeats beside the management network.</summary>
    public bool HasHeartbeatNetwork { get; init; }

    /// <summary>How many paths each host has to the storage.</summary>
    public int PathCount { get; init; } = 2;

    /// <summary>The memory of each host in bytes.</summary>
    public long HostMemoryBytes { get; init; } = 16L << 30;

    /// <summary>The memory of each virtual machine in bytes.</summary>
    public long VMMemoryBytes { get; init; } = 512L << 20;

    /// <summary>How much memory each guest writes in a second, in bytes; 0 for none.</summary>
    public long DirtyBytesPerSecond { get; init; }

    /// <summary>
    /// How many of the virtual machines, from the first, keep a ledger whose operations their guests are told are
    /// durable; null for none.
    /// </summary>
    public int? LedgerCount { get; init; }

    /// <summary>
    /// How many of the virtual machines, from the last, fill their disks a little way; null for none.
    /// </summary>
    public int? FillCount { get; init; }

    /// <summary>
    /// Whether the virtual switches are on two cards that are one: by the vendor's driver on 2008 R2, a team on 2012,
    /// the switch's own from 2016 on; null for one card.
    /// </summary>
    public bool? IsTeamed { get; init; }

    /// <summary>In how many seconds a guest boots.</summary>
    public int BootSeconds { get; init; } = 30;
}
