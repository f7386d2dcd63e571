using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Management.Events;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>
/// Since when hosts are hot, and what follows by itself. Loads change only with requests and events, so they are looked
/// at then and not from time to time: while nothing changes nothing is scheduled.
/// </summary>
internal static class HostHeat
{
    /// <summary>Hears that the load of a virtual machine's host may be another.</summary>
    public static void Look(LabState lab, Key<VirtualMachine>? vm)
    {
        if (lab.VirtualMachines.Find(vm) is { IsClustered: true } known)
        {
            Look(lab, known.Computer);
        }
    }

    /// <summary>Hears that the load of the hosts of a computer's cluster may be another.</summary>
    public static void Look(LabState lab, Key<PhysicalComputer> computer)
    {
        if (lab.HostGroups.Any(static group =>
                group.Optimization is { IsAutomatic: true } || group.Monitoring is { IsEnabled: true })
            && ClusterQueries.NodeOf(lab, computer) is { } node)
        {
            Look(lab, node.Cluster);
        }
    }

    /// <summary>Looks at the hosts of the clusters in a group.</summary>
    public static void LookIn(LabState lab, HostGroup group)
    {
        foreach (Key<Cluster> cluster in HostOptimizations.ClustersIn(lab, group))
        {
            Look(lab, cluster);
        }
    }

    /// <summary>Looks at the hosts of a cluster.</summary>
    public static void Look(LabState lab, Key<Cluster> cluster)
    {
        OptimizationSettings settings = HostOptimizations.SettingsOf(lab, cluster);
        var field = new OptimizationField(lab, cluster, settings);
        foreach (Key<PhysicalComputer> computer in HostEnrolment.NodesOf(lab, cluster))
        {
            if (Agents.Of(lab, computer) is { } managed)
            {
                Look(lab, managed, settings, field.IsHot(computer));
            }
        }
    }

    /// <summary>A host has been hot for long enough: machines are moved, where it still is.</summary>
    public static void Act(LabState lab, ManagedComputer managed)
    {
        managed.AwaitOptimization(null);
        if (ClusterQueries.NodeOf(lab, managed.Computer) is not { } node
            || HostOptimizations.SettingsOf(lab, node.Cluster) is not { } settings
            || !new OptimizationField(lab, node.Cluster, settings).IsHot(managed.Computer)
            || HostOptimizations.IsGoingOn(lab, node.Cluster)
            || !Agents.IsServing(lab, lab.VmmServers[managed.Server]))
        {
            return;
        }

        if (!settings.IsAutomatic)
        {
            PROTips.Make(lab, managed, node.Cluster);
            return;
        }

        string script = $"Start-LabDynamicOptimization -VMHostCluster {lab.NameOf(node.Cluster)}";
        LabJob job = lab.Jobs.Add(
            key => new LabJob(key, "StartDynamicOptimization", LabCaller.Lab, script, lab.Now));
        HostOptimizations.Begin(lab, job, managed.Server, [node.Cluster]);
    }

    private static void Look(LabState lab, ManagedComputer managed, OptimizationSettings settings, bool isHot)
    {
        managed.BeHot(isHot ? managed.HotSince ?? lab.Now : null);
        if (!isHot)
        {
            PROTips.Cooled(lab, managed.Computer);
        }

        bool isWatched = settings.IsAutomatic || MonitorSettings.On(lab, managed).IsEnabled;
        if (managed.HotSince is not { } since || !isWatched)
        {
            lab.Cancel(managed.OptimizationSequence);
            managed.AwaitOptimization(null);
            return;
        }

        if (managed.OptimizationSequence is null)
        {
            managed.AwaitOptimization(
                lab.Schedule(DueOf(lab, since, settings) - lab.Now, new HostHot(managed.Key)));
        }
    }

    // The first of the moments at which hosts are looked at that comes after it has been hot for long enough.
    private static TimeSpan DueOf(LabState lab, TimeSpan since, OptimizationSettings settings)
    {
        TimeSpan least = since + OptimizationSettings.HotFor;
        long every = TimeSpan.FromMinutes(settings.FrequencyMinutes).Ticks;
        long due = (Math.Max(least.Ticks, lab.Now.Ticks + 1) + every - 1) / every * every;
        return TimeSpan.FromTicks(due);
    }
}
