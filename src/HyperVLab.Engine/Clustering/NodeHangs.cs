using HyperVLab.Engine.Clustering.Events;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>
/// What a cluster does about a node whose parent partition hangs: the others miss its heartbeats, and its own network
/// driver, which waits for a sign of the cluster service, stops the computer (Microsoft: HangRecoveryAction).
/// </summary>
internal static class NodeHangs
{
    /// <summary>A computer hangs.</summary>
    public static void Begin(LabState lab, Key<PhysicalComputer> computer)
    {
        if (ClusterQueries.NodeOf(lab, computer) is { IsServiceRunning: true } node)
        {
            TimeSpan timeout = TimeSpan.FromSeconds(lab.Clusters[node.Cluster].ClusSvcHangTimeout);
            node.Hang(lab.Now, lab.Schedule(timeout, new ClusterServiceHung(node.Key)));
        }

        HostChanges.LinksChanged(lab);
    }

    /// <summary>The cluster service of a node has given no sign for too long.</summary>
    public static void TimeOut(LabState lab, ClusterNode node)
    {
        PhysicalComputer computer = lab.Computers[node.Computer];
        Cluster cluster = lab.Clusters[node.Cluster];
        if (node.HangsSince is not { } since || !computer.IsHung)
        {
            return;
        }

        node.Hang(since, null);
        GroupWaits.GiveUp(lab, node);
        int action = cluster.HangRecoveryAction;
        if (action == ClusterSettings.HangActionNone)
        {
            return;
        }

        ClusterLog.Alarm(
            lab, node, FormattableString.Invariant(
                $"The Cluster service did not answer its network driver for {cluster.ClusSvcHangTimeout} seconds."));
        if (action >= ClusterSettings.HangActionBugCheck)
        {
            ComputerPower.Crash(lab, computer, "0x0000009e (USER_MODE_HEALTH_MONITOR)");
        }
    }

    /// <summary>
    /// A computer goes on. Where the others have removed its node meanwhile, the first that its service hears is that
    /// it is no member: what it hosts is ended before any of it writes, and it joins again. Otherwise it goes on where
    /// it stood, and looks after what was given up meanwhile.
    /// </summary>
    public static void End(LabState lab, Key<PhysicalComputer> computer)
    {
        EndOlder(lab, computer);
        if (ClusterQueries.NodeOf(lab, computer) is not { } node)
        {
            EndEvicted(lab, computer);
            return;
        }

        bool hung = node.HangsSince is not null;
        bool wasRemoved = hung && !node.IsMember;
        Forget(lab, node);
        if (wasRemoved && lab.Guards.FencesHungHosts)
        {
            Cluster cluster = lab.Clusters[node.Cluster];
            ClusterLog.Alarm(
                lab, node, $"The Cluster service was halted: the other nodes removed '{node.Name}' from the membership "
                    + "while it did not answer.");
            HostHangs.Surrender(lab, computer);
            Fencing.CutPower(lab, computer);
            NodeService.Halt(lab, cluster, node);
            node.GoDown();
        }
        else
        {
            HostHangs.ThawClustered(lab, computer);
            if (node is { IsServiceRunning: false, Sequence: null })
            {
                NodeService.StartAfter(lab, node, ClusterSettings.ServiceStart);
            }
            else if (hung && node.IsMember)
            {
                GroupWaits.GoOn(lab, node);
                Failover.Recover(lab, lab.Clusters[node.Cluster]);
            }
        }

        HostChanges.LinksChanged(lab);
    }

    /// <summary>A node's service hangs no more, or is gone.</summary>
    public static void Forget(LabState lab, ClusterNode node)
    {
        lab.Cancel(node.HangSequence);
        node.Hang(null, null);
    }

    // Its node was evicted meanwhile: what the cluster kept there is no longer its to run.
    private static void EndEvicted(LabState lab, Key<PhysicalComputer> computer)
    {
        if (lab.Guards.FencesHungHosts)
        {
            HostHangs.Surrender(lab, computer);
            Fencing.CutPower(lab, computer);
        }
        else
        {
            HostHangs.ThawClustered(lab, computer);
        }
    }

    // What another node has taken over stands here still, from before: it must not go on.
    private static void EndOlder(LabState lab, Key<PhysicalComputer> computer)
    {
        foreach (VirtualMachine vm in lab.VirtualMachines)
        {
            if (vm.LeftOn != computer)
            {
                continue;
            }

            vm.LeaveOn(null);
            if (lab.Guards.FencesHungHosts)
            {
                lab.Write(
                    LogLevel.Warning,
                    VMLog.Management,
                    lab.NameOf(computer),
                    $"'{vm.Name}' was turned off here: its cluster has taken it over meanwhile.");
            }
            else
            {
                Fencing.AddStray(lab, vm, computer);
            }
        }
    }
}
