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

    /// <summary>A live migration handed the machine over: the group is the target's, and so are its disks.</summary>
    public static void Arrive(LabState lab, ClusterGroup group, ClusterGroupOperation operation)
    {
        ClusterNode target = lab.ClusterNodes[operation.Target];
        group.BeOwnedBy(target.Key);
        foreach (ClusterResource resource in ClusterQueries.ResourcesOf(lab, group.Key))
        {
            if (resource.Lun is { } lun)
            {
                ClusterDisks.HandOver(lab, lun, target.Computer);
                ClusterDisks.Check(lab, resource);
            }
        }
    }

    /// <summary>A live migration succeeded.</summary>
    public static void Complete(LabState lab, ClusterGroup group, ClusterGroupOperation operation)
    {
        ClusterNode target = lab.ClusterNodes[operation.Target];
        ClusterLog.Inform(lab, target, $"Live migration of '{group.Name}' to node '{target.Name}' is complete.");
    }

    /// <summary>
    /// How a machine goes to another node: memory over the network with the second lowest metric that the cluster uses
    /// and that carries now, or the only one (2008 R2's live migration configuration); disks of its own change owner.
    /// </summary>
    public static MigrationPlan PlanTo(
        LabState lab, ClusterGroup group, Key<VirtualMachine> vm, ClusterNode target)
    {
        bool hasDisks = lab.ResourcesByGroup.Of(group.Key).Any(static resource => resource.Lun is not null);
        ClusterNode source = lab.ClusterNodes[group.OwnerNode];
        MigrationPlan plan = Migrations.PlanTo(lab, vm, target.Computer, MigrationKind.Live) with
        {
            StorageHandOver = hasDisks ? ClusterSettings.DiskOnline : TimeSpan.Zero,
        };
        List<MigrationLink> links = [.. ClusterNetworkMap.ByMetric(lab, source.Cluster)
            .Where(static network => network.CarriesCluster)
            .Select(network => LinkIn(lab, network, source, target))
            .OfType<MigrationLink>()];
        if (links.Count == 0)
        {
            return plan with { BytesPerSecond = ComputeSettings.UsableBytesPerGigabit };
        }

        MigrationLink chosen = links[Math.Min(1, links.Count - 1)];
        return Migrations.Over(lab, plan, chosen, RateOf(MigrationLinks.SpeedOf(lab, chosen)));
    }

    private static void BeginLive(LabState lab, ClusterGroup group, ClusterNode target, Key<LabJob>? job)
    {
        ClusterNode source = lab.ClusterNodes[group.OwnerNode];
        MigrationPlan plan = PlanTo(lab, group, group.VM!.Value, target);
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

    private static long RateOf(long bitsPerSecond) => bitsPerSecond <= ClusterSettings.Gigabit
        ? bitsPerSecond / 8 * ComputeSettings.UsableBytesPerGigabit / (ClusterSettings.Gigabit / 8)
        : Math.Min(
            bitsPerSecond / ClusterSettings.Gigabit * ComputeSettings.UsableBytesPerGigabit,
            ClusterSettings.FastMigration);

    // A pair of adapters that carries; of several the fastest.
    private static MigrationLink? LinkIn(LabState lab, ClusterNetwork network, ClusterNode source, ClusterNode target)
    {
        IEnumerable<ClusterNetworkInterface> Of(ClusterNode node) => lab.InterfacesByNode.Of(node.Key).Where(
            known => known.Network == network.Key && lab.NetworkAdapters.Contains(known.Adapter));
        return Of(source)
            .SelectMany(near => Of(target).Select(far => new MigrationLink(near.Adapter, far.Adapter)))
            .Where(link => MigrationLinks.Carries(lab, link))
            .MaxBy(link => MigrationLinks.SpeedOf(lab, link));
    }

    private static VirtualMachineOfflineAction ActionFor(VmMigrationType type) => type switch
    {
        VmMigrationType.TurnOff => VirtualMachineOfflineAction.TurnOff,
        VmMigrationType.Shutdown => VirtualMachineOfflineAction.ShutDown,
        VmMigrationType.ShutdownForce => VirtualMachineOfflineAction.ForceShutDown,
        _ => VirtualMachineOfflineAction.Save,
    };
}
