using HyperVLab.Engine.Management.Consolidation;

namespace HyperVLab.Objects;

/// <summary>Which hosts a number of servers become virtual machines on, as Find-LabConsolidationPlan writes
/// it.</summary>
public sealed class CapacityPlan
{
    internal CapacityPlan(ConsolidationPlan plan)
    {
        Plan = plan;
        Cluster = [.. plan.Clusters.Select(static cluster => new CapacityPlanCluster(cluster))];
        Lun = [.. plan.Luns.Select(static lun => new CapacityPlanLun(lun))];
        Bound = [.. plan.Bounds.Select(static bound => new CapacityPlanBound(bound))];
        Host = [.. plan.Hosts.Select(static host => new CapacityPlanHost(host))];
        VM = [.. plan.VMs.Select(static vm => new CapacityPlanVM(vm))];
    }

    /// <summary>What the hosts are.</summary>
    public string HostModel => Plan.Settings.Host.Name;

    /// <summary>The percentile of the summed load that fits.</summary>
    public int Percentile => Plan.Settings.Percentile;

    /// <summary>Servers that become virtual machines.</summary>
    public int ServerCount => VM.Length;

    /// <summary>Hosts, spare ones included.</summary>
    public int HostCount => Host.Length;

    /// <summary>Hosts that any plan needs at least.</summary>
    public int LeastHostCount => Plan.LeastHosts;

    /// <summary>How many hosts this plan has above the least, in per cent of these.</summary>
    public double GapPercent => Math.Round((HostCount - LeastHostCount) * 100.0 / LeastHostCount, 1);

    /// <summary>Servers for each host.</summary>
    public double Ratio => Math.Round((double)ServerCount / HostCount, 1);

    /// <summary>LUNs, each of which becomes a cluster shared volume.</summary>
    public int LunCount => Lun.Length;

    /// <summary>LUNs that any plan needs at least for these clusters.</summary>
    public int LeastLunCount => Plan.LeastLuns;

    /// <summary>Racks with hosts, switches and storage.</summary>
    public int RackCount => Plan.Racks;

    /// <summary>Mean power of the servers over the week, in watts.</summary>
    public int WattsBefore => Plan.WattsBefore;

    /// <summary>Mean power of hosts and storage over the week, in watts.</summary>
    public int WattsAfter => Plan.WattsAfter;

    /// <summary>The clusters.</summary>
    public CapacityPlanCluster[] Cluster { get; }

    /// <summary>The hosts, by cluster.</summary>
    public CapacityPlanHost[] Host { get; }

    /// <summary>The LUNs, by cluster.</summary>
    public CapacityPlanLun[] Lun { get; }

    /// <summary>The virtual machines, in the inventory's order.</summary>
    public CapacityPlanVM[] VM { get; }

    /// <summary>What the least number of working hosts comes from.</summary>
    public CapacityPlanBound[] Bound { get; }

    internal ConsolidationPlan Plan { get; }

    /// <summary>How many servers go on how many hosts.</summary>
    public override string ToString() => $"{ServerCount} servers on {HostCount} hosts";
}
