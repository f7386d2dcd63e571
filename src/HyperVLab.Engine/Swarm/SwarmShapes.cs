using HyperVLab.Engine.Clustering;

namespace HyperVLab.Engine.Swarm;

/// <summary>
/// Draws fabrics. There is a fixed number of shapes, so that a process that plays a hundred thousand seeds builds each
/// once; what a seed does with its fabric is its own.
/// </summary>
internal static class SwarmShapes
{
    private const long Gigabyte = 1L << 30;

    private static readonly int[] s_nodes = [2, 2, 3, 3, 4, 4, 5, 6, 8, 8, 8, 8, 12, 16];

    private static readonly string[] s_editions =
    [
        "Windows Server 2008 R2 Datacenter", "Hyper-V Server 2008 R2", "Windows Server 2008 R2 Enterprise",
        "Windows Server 2012 Datacenter", "Windows Server 2012 R2 Datacenter", "Windows Server 2016 Datacenter",
        "Windows Server 2022 Datacenter",
    ];

    private static readonly ClusterQuorumType[] s_quorums =
    [
        ClusterQuorumType.NodeMajority, ClusterQuorumType.NodeAndDiskMajority, ClusterQuorumType.NodeAndDiskMajority,
        ClusterQuorumType.NodeAndFileShareMajority, ClusterQuorumType.DiskOnly,
    ];

    /// <summary>The fabric of a shape.</summary>
    /// <param name="shape">Its number, from 0 to below <see cref="SwarmSettings.ShapeCount"/>.</param>
    public static SwarmFabric Of(int shape)
    {
        var dice = new SwarmDice(shape, "shape");
        int nodes = dice.One(s_nodes);
        int plain = dice.Chance(50) ? dice.Between(1, 4) : 0;
        int shared = plain > 0 && dice.Chance(20) ? 0 : dice.Between(1, 4);
        int machines = shared == 0 ? plain : Math.Max(plain, Math.Min(64, nodes * dice.Between(2, 9)));
        long memory = dice.One([512L << 20, Gigabyte, 2 * Gigabyte]);
        long needed = machines * memory;

        // Enough for all on all nodes but one, or hardly so.
        long share = (needed / Math.Max(1, nodes - 1) * (dice.Chance(60) ? 150 : 102) / 100) + (3 * Gigabyte);
        return new SwarmFabric
        {
            Seed = shape + 1,
            Edition = dice.One(s_editions),
            NodeCount = nodes,
            SpareHostCount = dice.Chance(40) && nodes < 16 ? 1 : 0,
            VMCount = machines,
            SharedVolumeCount = shared,
            PlainDiskCount = plain,
            Quorum = dice.One(s_quorums),
            HasHeartbeatNetwork = dice.Chance(50),
            PathCount = dice.Chance(75) ? 2 : 1,
            HostMemoryBytes = Math.Max(4 * Gigabyte, (share + Gigabyte - 1) / Gigabyte * Gigabyte),
            VMMemoryBytes = memory,
            DirtyBytesPerSecond = dice.One([0L, 1L << 20, 30L << 20]),
            BootSeconds = dice.One([10, 30, 60]),
            LedgerCount = dice.Between(0, Math.Min(machines, 6) + 1),
            FillCount = dice.Chance(15) ? 1 : null,
            IsTeamed = dice.Chance(30) ? true : null,
        };
    }
}
