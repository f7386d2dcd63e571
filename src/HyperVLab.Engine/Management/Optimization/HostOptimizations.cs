using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Management.Events;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>
/// Moves machines live from hot hosts to others of their cluster, the best move first, each found anew after the one
/// before, until no move is worth it.
/// </summary>
internal static class HostOptimizations
{
    /// <summary>The steps of a run.</summary>
    public static IReadOnlyList<CourseStep> Course { get; } =
    [
        new("Dynamic optimization", 0)
        {
            Fails = static (_, _) => null,
            Begins = Go,
            Duration = static (lab, operation) => RunOf(lab, operation)?.Migration is null ? TimeSpan.Zero : null,
        },
    ];

    /// <summary>The settings that hold for a group: its own, or those of the group that it stands in.</summary>
    public static OptimizationSettings SettingsOf(LabState lab, HostGroup group) =>
        group.Optimization
        ?? (lab.HostGroups.Find(group.Parent) is { } parent ? SettingsOf(lab, parent) : OptimizationSettings.Usual);

    /// <summary>The settings that hold for a cluster: those of its hosts' group.</summary>
    public static OptimizationSettings SettingsOf(LabState lab, Key<Cluster> cluster) =>
        HostEnrolment.NodesOf(lab, cluster)
            .Select(node => lab.HostGroups.Find(Agents.Of(lab, node)?.HostGroup))
            .OfType<HostGroup>().FirstOrDefault() is { } group
                ? SettingsOf(lab, group)
                : OptimizationSettings.Usual;

    /// <summary>The clusters whose managed hosts stand in a group or below.</summary>
    public static List<Key<Cluster>> ClustersIn(LabState lab, HostGroup group) =>
    [
        .. lab.ManagedComputers
            .Where(managed => lab.HostGroups.Find(managed.HostGroup) is { } own
                && HostGroups.IsWithin(lab, own, group.Key))
            .Select(managed => ClusterQueries.NodeOf(lab, managed.Computer)?.Cluster)
            .OfType<Key<Cluster>>().Distinct(),
    ];

    /// <summary>The keys of these clusters; none where no group is named.</summary>
    public static IReadOnlyList<IKey> KeysOf(LabState lab, Key<HostGroup>? group) =>
        lab.HostGroups.Find(group) is { } known ? [.. ClustersIn(lab, known).Select(static key => (IKey)key)] : [];

    /// <summary>Whether a run goes on in a cluster.</summary>
    public static bool IsGoingOn(LabState lab, Key<Cluster> cluster) => lab.VmmOperations.Any(operation =>
        operation is { Kind: VmmOperationKind.OptimizeHosts, State: VmmOperationState.Running }
        && RunOf(lab, operation)?.Clusters.Contains(cluster) == true);

    /// <summary>Begins a run under a job.</summary>
    public static void Begin(LabState lab, LabJob job, Key<VmmServer> server, IReadOnlyList<Key<Cluster>> clusters)
    {
        HostOptimization run = lab.HostOptimizations.Add(key => new HostOptimization(key, clusters));
        VmmOperations.Begin(lab, VmmOperationKind.OptimizeHosts, server, job, [], run.Key.Number);
    }

    /// <summary>Hears that a migration has ended: the next follows with the next event.</summary>
    public static void Ended(LabState lab, Key<Migration> migration)
    {
        foreach (HostOptimization run in lab.HostOptimizations)
        {
            if (run.Migration == migration)
            {
                run.Await(null);
                lab.Schedule(TimeSpan.Zero, new HostOptimizationDue(run.Key));
            }
        }
    }

    /// <summary>Hears that a cluster goes.</summary>
    public static void Forget(LabState lab, Key<Cluster> cluster)
    {
        foreach (HostOptimization run in lab.HostOptimizations)
        {
            run.Forget(cluster);
        }
    }

    /// <summary>Goes on with the next machine, or ends.</summary>
    public static void Advance(LabState lab, HostOptimization run)
    {
        VmmOperation? operation = lab.VmmOperations.FirstOrDefault(
            one => one.Kind == VmmOperationKind.OptimizeHosts && one.Subject == run.Key.Number);
        if (operation is not { State: VmmOperationState.Running } || run.Migration is not null)
        {
            return;
        }

        Go(lab, operation);
        if (run.Migration is null)
        {
            VmmOperations.EndStep(lab, operation);
        }
    }

    private static HostOptimization? RunOf(LabState lab, VmmOperation operation) =>
        lab.HostOptimizations.Find(new Key<HostOptimization>(operation.Subject!.Value));

    private static StepFailure? Go(LabState lab, VmmOperation operation)
    {
        HostOptimization run = RunOf(lab, operation)!;
        foreach (Key<Cluster> cluster in run.Clusters)
        {
            while (run.Migration is null
                && new OptimizationField(lab, cluster, SettingsOf(lab, cluster)).Next(run.Tried) is { } move)
            {
                Carry(lab, operation, run, move);
            }
        }

        return null;
    }

    private static void Carry(LabState lab, VmmOperation operation, HostOptimization run, OptimizationMove move)
    {
        VirtualMachine vm = lab.VirtualMachines[new Key<VirtualMachine>(move.VMKey)];
        var target = new Key<PhysicalComputer>(move.TargetKey);
        run.Try(move.VMKey);
        if (ClusterQueries.GroupOf(lab, vm.Key) is not { Operation: null } group
            || ClusterQueries.NodeOf(lab, target) is not { } node)
        {
            return;
        }

        if (Migrations.Refusal(lab, vm.Key, target, MigrationKind.Live) is { } refusal)
        {
            lab.Warn(operation.Job, refusal.Message);
            return;
        }

        lab.Step(operation.Job, $"Migrate '{move.VM}' from {move.Source} to {move.Target}. {move.Reason}", 50, 1);
        GroupMigration.Begin(lab, group, node, VmMigrationType.Live, job: null);
        run.Await(vm.Migration);
    }
}
