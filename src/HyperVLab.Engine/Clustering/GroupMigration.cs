using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>
/// Moves a clustered virtual machine to another node, live or by way of its being saved, shut down or turned off.
/// </summary>
internal static class GroupMigration
{
    /// <summary>Begins a move of any kind; it was found possible.</summary>
    public static void Begin(
        LabState lab, ClusterGroup group, ClusterNode target, VmMigrationType type, Key<LabJob>? job)
    {
        if (type == VmMigrationType.Live)
        {
            BeginLive(lab, group, target, job);
            return;
        }

        GroupRunner.Begin(lab, group, new GroupTask(GroupOperationKind.Move)
        {
            Target = target.Key,
            OfflineAction = ActionFor(type),
            Job = job,
        });
    }

    /// <summary>A live migration succeeded: the group is the target's, and so are its disks.</summary>
    public static void Arrive(LabState lab, ClusterGroup group, ClusterGroupOperation operation)
    {
        ClusterNode target = lab.ClusterNodes[operation.Target];
        group.BeOwnedBy(target.Key);
        foreach (ClusterResource resource in ClusterQueries.ResourcesOf(lab, group.Key))
        {
            if (resource.Lun is { } lun)
            {
                ClusterDisks.HandOver(lab, lun, target.Computer);
            }
        }

        ClusterLog.Inform(lab, target, $"Live migration of '{group.Name}' to node '{target.Name}' is complete.");
    }

    /// <summary>
    /// How fast memory is sent: over the network with the second lowest metric that the cluster uses, or the only one
    /// (2008 R2's live migration configuration).
    /// </summary>
    public static long BytesPerSecond(LabState lab, ClusterNode source, ClusterNode target)
    {
        List<ClusterNetwork> common = [.. ClusterNetworkMap.ByMetric(lab, source.Cluster)
            .Where(network => network.CarriesCluster
                && SpeedOf(lab, network, source) > 0 && SpeedOf(lab, network, target) > 0)];
        if (common.Count == 0)
        {
            return ComputeSettings.UsableBytesPerGigabit;
        }

        ClusterNetwork chosen = common[Math.Min(1, common.Count - 1)];
        long bits = Math.Min(SpeedOf(lab, chosen, source), SpeedOf(lab, chosen, target));
        return bits <= ClusterSettings.Gigabit
            ? bits / 8 * ComputeSettings.UsableBytesPerGigabit / (ClusterSettings.Gigabit / 8)
            : Math.Min(
                bits / ClusterSettings.Gigabit * ComputeSettings.UsableBytesPerGigabit, ClusterSettings.FastMigration);
    }

    private static void BeginLive(LabState lab, ClusterGroup group, ClusterNode target, Key<LabJob>? job)
    {
        bool hasDisks = lab.ClusterResources.Any(resource => resource.Group == group.Key && resource.Lun is not null);
        ClusterNode source = lab.ClusterNodes[group.OwnerNode];
        var plan = new MigrationPlan
        {
            Target = target.Computer,
            Kind = MigrationKind.Live,
            BytesPerSecond = BytesPerSecond(lab, source, target),
            StorageHandOver = hasDisks ? ClusterSettings.DiskOnline : TimeSpan.Zero,
        };
        ClusterGroupOperation operation = lab.ClusterGroupOperations.Add(key => new ClusterGroupOperation(
            key, group.Key, GroupOperationKind.LiveMigration, group.OwnerNode,
            new GroupTask(GroupOperationKind.LiveMigration) { Target = target.Key }));
        group.BeBusyWith(operation.Key);
        ClusterLog.Inform(lab, source, $"Live migration of '{group.Name}' to node '{target.Name}' begins.");
        if (Migrations.Begin(lab, group.VM!.Value, plan, job) is { } migration)
        {
            operation.WaitFor(migration);
        }
        else
        {
            GroupRunner.End(lab, group, operation);
        }
    }

    private static long SpeedOf(LabState lab, ClusterNetwork network, ClusterNode node) =>
        lab.ClusterNetworkInterfaces
            .Where(known => known.Network == network.Key && known.Node == node.Key)
            .Select(known => lab.NetworkAdapters.Find(known.Adapter)?.LinkSpeedBitsPerSecond ?? 0)
            .DefaultIfEmpty(0)
            .Max();

    private static VirtualMachineOfflineAction ActionFor(VmMigrationType type) => type switch
    {
        VmMigrationType.TurnOff => VirtualMachineOfflineAction.TurnOff,
        VmMigrationType.Shutdown => VirtualMachineOfflineAction.ShutDown,
        VmMigrationType.ShutdownForce => VirtualMachineOfflineAction.ForceShutDown,
        _ => VirtualMachineOfflineAction.Save,
    };
}
