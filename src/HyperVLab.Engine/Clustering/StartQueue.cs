using HyperVLab.Engine.Clustering.Events;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>
/// Groups that are to be started and wait for their turn: those of a higher priority come online first, and after a
/// cold start a group waits a while for the node to which an administrator moved it last.
/// </summary>
internal static class StartQueue
{
    /// <summary>A cluster was formed: groups wait for their nodes for so long (ClusterGroupWaitDelay).</summary>
    public static void AwaitOwners(LabState lab, Cluster cluster)
    {
        lab.Cancel(cluster.OwnerWaitSequence);
        bool isSomebodyMissed = ClusterQueries.GroupsOf(lab, cluster.Key).Any(
            static group => group is { DefaultOwner: not null });
        cluster.AwaitOwners(
            isSomebodyMissed
                ? lab.Schedule(ClusterSettings.GroupWaitDelay, new OwnersAwaited(cluster.Key))
                : null);
    }

    /// <summary>They have waited long enough.</summary>
    public static void StopAwaiting(LabState lab, Cluster cluster)
    {
        cluster.AwaitOwners(null);
        Continue(lab, cluster);
    }

    /// <summary>
    /// The node to which a group returns after a cold start: the one to which it was moved last, where it is a member.
    /// </summary>
    public static ClusterNode? HomeOf(LabState lab, ClusterGroup group) =>
        lab.Clusters[group.Cluster].OwnerWaitSequence is not null
            && lab.ClusterNodes.Find(group.DefaultOwner) is { TakesGroups: true } home
            && ClusterQueries.IsAlive(lab, home) && Placement.CanTake(lab, group, home)
            ? home
            : null;

    /// <summary>Whether a group that is to be started has to wait.</summary>
    public static bool MustWait(LabState lab, ClusterGroup group)
    {
        if (group.IsCoreGroup)
        {
            return false;
        }

        bool isHomeAwaited = lab.Clusters[group.Cluster].OwnerWaitSequence is not null
            && lab.ClusterNodes.Find(group.DefaultOwner) is { IsMember: false };
        if (isHomeAwaited)
        {
            return true;
        }

        foreach (ClusterGroup other in ClusterQueries.GroupsOf(lab, group.Cluster))
        {
            if (other.Priority > group.Priority && !other.IsCoreGroup && IsStarting(lab, other))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Lets a group wait; what of it had failed before a cold start is forgotten.</summary>
    public static void Wait(LabState lab, ClusterGroup group)
    {
        foreach (ClusterResource resource in lab.ResourcesByGroup.Of(group.Key))
        {
            if (resource.State == ClusterResourceState.Failed)
            {
                resource.Enter(ClusterResourceState.Offline);
            }
        }

        group.WaitToStart(true);
        lab.Clusters[group.Cluster].QueueStarts(true);
        if (ClusterQueries.LivingOf(lab, group.Cluster) is [{ } reporter, ..])
        {
            ClusterLog.Inform(lab, reporter, $"Clustered role '{group.Name}' waits for its turn to start.");
        }
    }

    /// <summary>A group has ended what it was doing: those that wait may be next.</summary>
    public static void Wake(LabState lab, Key<Cluster> key)
    {
        if (lab.Clusters.Find(key) is { HasGroupsToStart: true, StartSequence: null } cluster)
        {
            cluster.StartNextAt(lab.Schedule(TimeSpan.Zero, new NextGroupsDue(key)));
        }
    }

    /// <summary>Starts those whose turn it is.</summary>
    public static void Continue(LabState lab, Cluster cluster)
    {
        if (!ClusterQueries.IsRunning(lab, cluster.Key))
        {
            return;
        }

        cluster.QueueStarts(false);
        foreach (ClusterGroup group in ByPriority(lab, cluster))
        {
            if (group.IsWaitingToStart)
            {
                Failover.Resume(lab, group, isColdStart: false);
            }
        }
    }

    /// <summary>The groups of a cluster in the order in which they are started.</summary>
    public static IEnumerable<ClusterGroup> ByPriority(LabState lab, Cluster cluster) =>
        ClusterQueries.GroupsOf(lab, cluster.Key)
            .OrderByDescending(static group => group.IsCoreGroup ? int.MaxValue : group.Priority);

    /// <summary>The cluster is gone.</summary>
    public static void Forget(LabState lab, Cluster cluster)
    {
        lab.Cancel(cluster.StartSequence);
        lab.Cancel(cluster.OwnerWaitSequence);
        cluster.StartNextAt(null);
        cluster.AwaitOwners(null);
    }

    private static bool IsStarting(LabState lab, ClusterGroup group) =>
        lab.ClusterGroupOperations.Find(group.Operation) is
        { Kind: GroupOperationKind.FailOver or GroupOperationKind.BringOnline };
}
