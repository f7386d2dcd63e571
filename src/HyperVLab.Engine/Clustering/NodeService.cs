using HyperVLab.Engine.Clustering.Events;
using HyperVLab.Engine.Clustering.Rules;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;

namespace HyperVLab.Engine.Clustering;

/// <summary>
/// The cluster service of a node: it joins the members, or forms the cluster with those that wait as well.
/// </summary>
internal static class NodeService
{
    /// <summary>Lets the service start after a while.</summary>
    public static void StartAfter(LabState lab, ClusterNode node, TimeSpan delay)
    {
        lab.Cancel(node.Sequence);
        node.Await(lab.Schedule(delay, new ClusterServiceStarted(node.Key)));
    }

    /// <summary>The service starts, where its computer runs and has the feature.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="node">The node.</param>
    /// <param name="preventQuorum">Whether it joins a cluster only, and forms none.</param>
    public static void Start(LabState lab, ClusterNode node, bool preventQuorum = false)
    {
        PhysicalComputer computer = lab.Computers[node.Computer];
        node.Await(null);
        if (node.IsServiceRunning || !computer.IsRunning || !computer.HasFeature(FeatureCatalogue.FailoverClustering))
        {
            return;
        }

        bool wasMissed = !node.IsMember;
        node.StartService();
        if (!wasMissed)
        {
            // It died and came back before anybody missed it: what it ran is gone all the same.
            Failover.Recover(lab, lab.Clusters[node.Cluster]);
        }

        if (preventQuorum)
        {
            node.PreventQuorum();
        }

        ClusterLog.Inform(lab, node, "The Cluster service started.");
        Seek(lab, lab.Clusters[node.Cluster], node);
    }

    /// <summary>
    /// A node whose service runs looks for members to join, or for enough others to form the cluster.
    /// </summary>
    public static void Seek(LabState lab, Cluster cluster, ClusterNode node)
    {
        if (node.IsMember || node.Sequence is not null || !ClusterQueries.IsAlive(lab, node) || !cluster.IsFormed)
        {
            return;
        }

        IReadOnlyList<ClusterNode> living = ClusterQueries.LivingOf(lab, cluster.Key);
        if (living.Count == 0)
        {
            TryForm(lab, cluster, node);
        }
        else if (ClusterLinks.IsHeardByAll(lab, node, living))
        {
            node.Await(lab.Schedule(ClusterSettings.Join, new NodeJoined(node.Key)));
        }
    }

    /// <summary>A node has told the members that it is there.</summary>
    public static void Join(LabState lab, ClusterNode node)
    {
        node.Await(null);
        Cluster cluster = lab.Clusters[node.Cluster];
        IReadOnlyList<ClusterNode> living = ClusterQueries.LivingOf(lab, cluster.Key);
        if (!ClusterQueries.IsAlive(lab, node) || living.Count == 0 || !ClusterLinks.IsHeardByAll(lab, node, living))
        {
            Seek(lab, cluster, node);
            return;
        }

        Enter(lab, cluster, [node]);
    }

    /// <summary>The members are others now: nodes that wait look again.</summary>
    public static void SeekAll(LabState lab, Cluster cluster)
    {
        foreach (ClusterNode node in ClusterQueries.NodesOf(lab, cluster.Key))
        {
            Seek(lab, cluster, node);
        }
    }

    /// <summary>Nodes become members, whatever the votes say.</summary>
    public static void Enter(LabState lab, Cluster cluster, IReadOnlyList<ClusterNode> nodes)
    {
        bool isColdStart = !ClusterQueries.IsRunning(lab, cluster.Key);
        if (isColdStart)
        {
            // Nobody was left to miss the last that died.
            Membership.Remove(lab, cluster, ClusterQueries.MembersOf(lab, cluster.Key).Except(nodes), nodes);
        }

        foreach (ClusterNode node in nodes)
        {
            lab.Cancel(node.Sequence);
            node.BecomeMember();
            SharedVolumes.MountOn(lab, node);
            ClusterLog.Inform(lab, node, $"Cluster node '{node.Name}' joined cluster '{cluster.Name}'.");
        }

        if (cluster.IsQuorumForced && HasMajorityOfAll(lab, cluster))
        {
            cluster.ForceQuorum(isForced: false);
            ClusterLog.Inform(lab, nodes[0], "The cluster has quorum again, and needs it from now on.");
        }

        Votes.Adjust(lab, cluster);
        Failover.Recover(lab, cluster, isColdStart);
        if (!isColdStart)
        {
            foreach (ClusterNode node in nodes)
            {
                StrandedGroups.Offer(lab, node, isNew: true);
                Failbacks.Return(lab, node);
            }
        }
    }

    /// <summary>A node forms the cluster, with those that wait where it hears them, whatever the votes say.</summary>
    public static void Force(LabState lab, Cluster cluster, ClusterNode node)
    {
        ClusterLog.Warn(lab, node, "The cluster is formed without regard to the votes (ForceQuorum).");
        cluster.ForceQuorum(isForced: true);
        Enter(lab, cluster, SideOf(lab, cluster, node));
    }

    /// <summary>
    /// The service of a living node stops because its side has no quorum; everything that it hosts stops.
    /// </summary>
    public static void StopForWantOfQuorum(LabState lab, Cluster cluster, ClusterNode node)
    {
        ClusterLog.Alarm(
            lab, node, "The Cluster service is shutting down because quorum was lost. This could be due to the loss of "
                + "network connectivity between some or all nodes in the cluster, or a failover of the witness disk.");
        Halt(lab, cluster, node);
    }

    /// <summary>
    /// The service of a living node stops because it is no member any more; everything that it hosts stops, and it
    /// starts again in a while.
    /// </summary>
    public static void Halt(LabState lab, Cluster cluster, ClusterNode node)
    {
        NodeDeparture? departure = node.Departure;
        Stop(lab, cluster, node);
        if (departure?.Kind == NodeDepartureKind.Evict)
        {
            lab.Fail(departure.Job, ClusterErrors.ClusterNotRunning, cluster.Name, cluster.Name);
        }
        else if (departure is not null)
        {
            // What was asked for has come about, and nobody wants it to start again by itself.
            lab.Complete(departure.Job);
            return;
        }

        StartAfter(lab, node, ClusterSettings.ServiceRecovery);
    }

    /// <summary>
    /// The service stops: the virtual machines that it still runs lose their power, its volumes are gone.
    /// </summary>
    public static void Stop(LabState lab, Cluster cluster, ClusterNode node)
    {
        NodeOperations.Abandon(lab, node, ClusterErrors.DrainCancelled, node.Name);
        lab.Cancel(node.Sequence);

        foreach (Migration coming in lab.Migrations.Where(one => IsComing(one, node)).ToList())
        {
            Migrations.Fail(lab, coming, MigrationErrors.TargetLeft, coming.VMName, node.Name);
        }

        // First, so that nobody takes the end of its machines for an administrator's wish.
        node.StopService();
        foreach (ClusterGroup group in ClusterQueries.GroupsOf(lab, cluster.Key))
        {
            foreach (VirtualMachine vm in ClusterQueries.MachinesOf(lab, group))
            {
                if (vm.HoldsResources && vm.Computer == node.Computer)
                {
                    TurnOff(lab, vm);
                }
            }
        }

        Fencing.Forget(lab, node.Computer);
        SharedVolumes.UnmountFrom(lab, node);
        ClusterLog.Inform(lab, node, "The Cluster service stopped.");
    }

    // One that is being saved or migrates has no way to be turned off, and must not go on all the same.
    private static bool IsComing(Migration migration, ClusterNode node) =>
        !migration.HasEnded && migration.NeedsNetwork && migration.Target == node.Computer;

    private static void TurnOff(LabState lab, VirtualMachine vm)
    {
        if (VMControl.Refusal(lab, vm.Key, VMAction.TurnOff) is null)
        {
            VMControl.TurnOff(lab, vm.Key);
        }
        else
        {
            Fencing.CutPower(lab, vm);
        }
    }

    // Whatever dynamic quorum says: what forced it ends when more than half of all have come back.
    private static bool HasMajorityOfAll(LabState lab, Cluster cluster)
    {
        IReadOnlyList<ClusterNode> living = ClusterQueries.LivingOf(lab, cluster.Key);
        return QuorumRule.HasQuorum(
            cluster.QuorumType, ClusterQueries.NodesOf(lab, cluster.Key).Count, living.Count,
            Witness.IsReachedBy(lab, cluster, living));
    }

    private static void TryForm(LabState lab, Cluster cluster, ClusterNode node)
    {
        IReadOnlyList<ClusterNode> side = SideOf(lab, cluster, node);
        if (ClusterQueries.HasQuorum(lab, cluster, [.. side.Where(one => !one.PreventsQuorum)]))
        {
            Enter(lab, cluster, side);
        }
        else
        {
            ClusterLog.Warn(lab, node, "The node waits for others: it has no quorum alone.");
        }
    }

    private static IReadOnlyList<ClusterNode> SideOf(LabState lab, Cluster cluster, ClusterNode node)
    {
        List<ClusterNode> waiting =
            [.. ClusterQueries.NodesOf(lab, cluster.Key).Where(one => ClusterQueries.IsAlive(lab, one))];
        return ClusterLinks.SidesOf(lab, waiting).First(one => one.Contains(node));
    }
}
