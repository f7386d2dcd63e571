namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>A capacity plan: which hosts a number of servers becomes virtual machines on, and how good that
/// is.</summary>
public sealed record ConsolidationPlan
{
    /// <summary>What it goes by.</summary>
    public required PlanSettings Settings { get; init; }

    /// <summary>The clusters.</summary>
    public required IReadOnlyList<PlannedCluster> Clusters { get; init; }

    /// <summary>The hosts, by cluster.</summary>
    public required IReadOnlyList<PlannedHost> Hosts { get; init; }

    /// <summary>The LUNs, by cluster.</summary>
    public required IReadOnlyList<PlannedLun> Luns { get; init; }

    /// <summary>The virtual machines, in the inventory's order.</summary>
    public required IReadOnlyList<PlannedVM> VMs { get; init; }

    /// <summary>What the least number of working hosts comes from.</summary>
    public required IReadOnlyList<PlanBound> Bounds { get; init; }

    /// <summary>How many hosts any plan with these settings needs at least, spare ones included.</summary>
    public required int LeastHosts { get; init; }

    /// <summary>How many LUNs any plan needs at least that gives the clusters these virtual machines.</summary>
    public int LeastLuns => Clusters.Sum(static cluster => cluster.LeastLuns);

    /// <summary>Racks with hosts and storage.</summary>
    public required int Racks { get; init; }

    /// <summary>Mean power of the servers over the week, in watts.</summary>
    public required int WattsBefore { get; init; }

    /// <summary>Mean power of the hosts and their storage, in watts.</summary>
    public required int WattsAfter { get; init; }
}
