namespace HyperVLab.Engine.Management;

/// <summary>The figures of placement, with where each comes from.</summary>
internal static class PlacementSettings
{
    /// <summary>The most that a resource can count (ours: a scale of 0 to 10).</summary>
    public const int MostWeight = 10;

    /// <summary>The most that disks of a machine take in ratings, in gigabytes (Get-SCVMHostRating: 16 bits).</summary>
    public const int MostDiskGigabytes = ushort.MaxValue;

    /// <summary>
    /// What a machine of which nothing is known uses of its processors, in percent (VMM 2008, "VM Load": 20 %).
    /// </summary>
    public const int ExpectedCpuPercent = 20;

    /// <summary>
    /// How many nodes a cluster can lose and still hold all its highly available machines (VMM: cluster reserve 1).
    /// </summary>
    public const int ClusterReserve = 1;

    /// <summary>What a host's disks take, in operations a second (ours: some sixteen disks of their time).</summary>
    public const int HostDiskOperations = 2_000;

    /// <summary>What is left of the score of a host with a machine from which this one is kept apart (ours).</summary>
    public const double AffinityPenalty = 0.2;
}
