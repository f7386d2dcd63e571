using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>What a capacity plan goes by, with where each figure comes from.</summary>
public sealed record PlanSettings
{
    /// <summary>What the hosts are.</summary>
    public HostModel Host { get; init; } = HostModel.PrimergyRX300S5;

    /// <summary>
    /// The percentile of a host's summed load that must fit: in the hours beyond it, 8 of a week's 168 at 95, virtual
    /// machines may wait for each other.
    /// </summary>
    public int Percentile { get; init; } = 95;

    /// <summary>What is left free on each host; as Virtual Machine Manager 2008 R2 sets it on a new one.</summary>
    public HostReserves Reserves { get; init; } = HostReserves.Usual;

    /// <summary>
    /// Memory that the parent partition keeps, in MB (ours: more than the lab's hosts keep, as management agents run
    /// there).
    /// </summary>
    public int ParentMegabytes { get; init; } = 2048;

    /// <summary>What the hypervisor and the parent partition add to a guest's processor time, in per cent
    /// (ours).</summary>
    public int OverheadPercent { get; init; } = 10;

    /// <summary>What a virtual machine gets above the memory that its server used at most, in per cent
    /// (ours).</summary>
    public int MemoryHeadroomPercent { get; init; } = 25;

    /// <summary>The most virtual machines of a clustered host: 64 in Hyper-V R2 as first released.</summary>
    public int MaxVMsPerHost { get; init; } = 64;

    /// <summary>Nodes of a cluster: 16 at most in Windows Server 2008 R2.</summary>
    public int NodesPerCluster { get; init; } = 16;

    /// <summary>
    /// Nodes of each cluster that run nothing until another fails: 15 and one to spare is what Microsoft reckoned with
    /// for clusters of 16.
    /// </summary>
    public int SpareNodesPerCluster { get; init; } = 1;

    /// <summary>
    /// The size of a cluster shared volume's LUN in MB (ours: five mirrored pairs of disks of 450 GB, below the 2 TB of
    /// an MBR disk).
    /// </summary>
    public long LunMegabytes { get; init; } = 2000 * 1024;

    /// <summary>How full a LUN is planned, in per cent (ours: VMs pause where a volume runs full).</summary>
    public int LunFillPercent { get; init; } = 85;

    /// <summary>
    /// Disk operations a second that a LUN answers (ours: ten disks of 15,000 rpm at 180 each, three in ten are writes
    /// and go to both of a pair).
    /// </summary>
    public int LunOperations { get; init; } = 1380;

    /// <summary>Room for growth beside what disks hold now, in per cent (ours).</summary>
    public int DiskGrowthPercent { get; init; } = 30;

    /// <summary>Units of a rack that can be filled (ours: 42, as most racks have).</summary>
    public int RackUnits { get; init; } = 42;

    /// <summary>Units that a cluster's switches take: two for the network, two for Fibre Channel.</summary>
    public int SwitchUnitsPerCluster { get; init; } = 4;

    /// <summary>Units of a shelf with a LUN's disks.</summary>
    public int ShelfUnits { get; init; } = 2;

    /// <summary>Power of a shelf in watts (ours: twelve disks at 16 W, fans and controllers).</summary>
    public int ShelfWatts { get; init; } = 260;

    /// <summary>Watts that the building takes for each that a server takes, in per cent: 200 is what the EPA's
    /// report to Congress of 2007 takes for data centers.</summary>
    public int BuildingPercent { get; init; } = 200;

    /// <summary>Refuses figures with which nothing can be planned.</summary>
    /// <exception cref="LabException">One is out of its range; the message says which.</exception>
    internal void Demand()
    {
        DemandBetween(nameof(Percentile), Percentile, 50, 100);
        DemandBetween("Host.MemoryMegabytes", Host.MemoryMegabytes, 4096, 1 << 20);
        DemandBetween("CpuPercent", Reserves.CpuPercent, 0, 90);
        DemandBetween("NetworkPercent", Reserves.NetworkPercent, 0, 90);
        DemandBetween("MemoryMegabytes", Reserves.MemoryMegabytes, 0, Host.MemoryMegabytes / 2);
        DemandBetween(nameof(MaxVMsPerHost), MaxVMsPerHost, 1, 384);
        DemandBetween(nameof(NodesPerCluster), NodesPerCluster, 2, 16);
        DemandBetween(nameof(SpareNodesPerCluster), SpareNodesPerCluster, 1, NodesPerCluster - 1);
        DemandBetween(nameof(MemoryHeadroomPercent), MemoryHeadroomPercent, 0, 400);
        DemandBetween(nameof(DiskGrowthPercent), DiskGrowthPercent, 0, 400);
        DemandBetween(nameof(OverheadPercent), OverheadPercent, 0, 100);
        DemandBetween(nameof(LunMegabytes), LunMegabytes, 10 * 1024, 64L * 1024 * 1024);
        DemandBetween(nameof(LunFillPercent), LunFillPercent, 10, 100);
        DemandBetween(nameof(LunOperations), LunOperations, 1, 1_000_000);
    }

    private static void DemandBetween(string figure, long value, long low, long high)
    {
        if (value < low || value > high)
        {
            throw ConsolidationErrors.FigureNotPossible.For(figure, figure, $"{value}", $"{low}", $"{high}");
        }
    }
}
