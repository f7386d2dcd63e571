using HyperVLab.Engine.Clustering.Events;
using HyperVLab.Engine.Clustering.Rules;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Clustering;

/// <summary>What follows from a resource that fails: a restart, a failover, or giving up for a while.</summary>
internal static class ResourceFailures
{
    /// <summary>A resource failed while its group was doing something.</summary>
    public static void Fail(LabState lab, ClusterGroupOperation operation, ClusterResource resource, LabException why)
    {
        ClusterGroup group = lab.ClusterGroups[operation.Group];
        Report(lab, group, resource, why);
        lab.Cancel(operation.Sequence);
        if (VerdictOf(lab, resource) == FailureVerdict.Restart)
        {
            Remember(lab, resource);
            resource.Enter(ClusterResourceState.OnlinePending);
            operation.WaitFor(
                resource.Key,
                lab.Schedule(ClusterSettings.RestartDelay, new ResourceRestartDue(operation.Key, resource.Key)));
            return;
        }

        GroupRunner.Abandon(lab, operation, why);
        FailOver(lab, group, resource);
        Departures.Continue(lab, group);
    }

    /// <summary>A resource that was online failed by itself, such as a disk whose paths are gone.</summary>
    public static void Fail(LabState lab, ClusterGroup group, ClusterResource resource, LabException why)
    {
        Report(lab, group, resource, why);
        if (group.Operation is not null)
        {
            return;
        }

        Follow(lab, group, resource);
    }

    /// <summary>
    /// A group has done what it was to do: what failed in it meanwhile, and is left to nobody, has its turn.
    /// </summary>
    public static void Reconsider(LabState lab, ClusterGroup group)
    {
        if (group is not { Operation: null, RetrySequence: null, PersistentState: true, IsStartedByHand: false }
            || !lab.ClusterNodes[group.OwnerNode].IsMember)
        {
            return;
        }

        foreach (ClusterResource resource in lab.ResourcesByGroup.Of(group.Key))
        {
            if (resource is { State: ClusterResourceState.Failed, PersistentState: true })
            {
                Follow(lab, group, resource);
                return;
            }
        }
    }

    /// <summary>
    /// Leaves a group as it is until it is tried again, after its resource's RetryPeriodOnFailure at the latest.
    /// </summary>
    public static void RetryLater(LabState lab, ClusterGroup group, ClusterResource failed) =>
        RetryAfter(lab, group, failed.RetryPeriodOnFailure);

    private static void RetryAfter(LabState lab, ClusterGroup group, TimeSpan delay)
    {
        lab.Cancel(group.RetrySequence);
        group.RetryAt(lab.Schedule(delay, new GroupRetryDue(group.Key)));
    }

    // What fails at once wherever it comes would go round and round at one moment for as long as it may fail over.
    private static bool HasGoneRound(LabState lab, ClusterGroup group)
    {
        int tries = 0;
        for (int index = group.Failovers.Count - 1; index >= 0 && group.Failovers[index] == lab.Now; index--)
        {
            tries++;
        }

        return tries > 0 && tries >= ClusterQueries.NodesOf(lab, group.Cluster).Count;
    }

    private static void Follow(LabState lab, ClusterGroup group, ClusterResource failed)
    {
        if (VerdictOf(lab, failed) == FailureVerdict.Restart)
        {
            Remember(lab, failed);
            GroupRunner.Begin(lab, group, new GroupTask(GroupOperationKind.BringOnline));
            return;
        }

        FailOver(lab, group, failed);
    }

    private static void FailOver(LabState lab, ClusterGroup group, ClusterResource resource)
    {
        FailureVerdict verdict = group.IsStartedByHand || VerdictOf(lab, resource) == FailureVerdict.LeaveFailed
            ? FailureVerdict.LeaveFailed
            : VerdictOf(lab, group);
        bool isRound = HasGoneRound(lab, group);
        if (verdict == FailureVerdict.FailOver && !isRound && Placement.Next(lab, group) is { } target
            && Helps(lab, group, resource, target))
        {
            group.RememberFailovers(FailurePolicy.Remember(lab.Now, group.Failovers, group.FailoverPeriod));
            GroupRunner.Begin(lab, group, new GroupTask(GroupOperationKind.Move) { Target = target.Key });
            return;
        }

        bool goesOn = verdict == FailureVerdict.FailOver && isRound;
        if (!group.IsStartedByHand)
        {
            RetryAfter(lab, group, goesOn ? ClusterSettings.RestartDelay : resource.RetryPeriodOnFailure);
        }

        string why = group.IsStartedByHand ? "its priority is No Auto Start"
            : goesOn ? "it has just failed on every node"
            : verdict == FailureVerdict.FailOver ? Placement.Describe(lab, group, group.OwnerNode)
            : VerdictOf(lab, resource) == FailureVerdict.LeaveFailed ? "its policy is not to fail over"
            : "it has failed over as often as it may";
        if (lab.ClusterNodes.Find(group.OwnerNode) is { } node)
        {
            ClusterLog.Fail(
                lab, node, $"Clustered role '{group.Name}' stays failed: {why}.");
        }

        if (!goesOn)
        {
            Spare(lab, group, resource);
        }
    }

    // What needs the resource that is left failed goes offline; what does not goes on without it.
    private static void Spare(LabState lab, ClusterGroup group, ClusterResource failed)
    {
        if (GroupOrder.NextOffline(lab, group, failed.Key) is not null)
        {
            GroupRunner.Begin(lab, group, new GroupTask(GroupOperationKind.TakeOffline)
            {
                Only = failed.Key,
                KeepsFailed = true,
                OfflineAction = VirtualMachineOfflineAction.TurnOff,
            });
        }
        else if (GroupOrder.NextOnline(lab, group, only: null) is not null)
        {
            GroupRunner.Begin(lab, group, new GroupTask(GroupOperationKind.BringOnline) { KeepsFailed = true });
        }
    }

    // The others of the cluster's own resources are not moved for a disk that is not reached there either.
    private static bool Helps(LabState lab, ClusterGroup group, ClusterResource failed, ClusterNode target) =>
        !group.IsCoreGroup || failed.Lun is not { } lun || StorageReach.CanReach(lab, target.Computer, lun);

    private static void Report(LabState lab, ClusterGroup group, ClusterResource resource, LabException why)
    {
        ResourceEffects.GoOffline(lab, resource);
        resource.Fail(why.Message, FailureStatus.Of(why.Error));
        if (lab.ClusterNodes.Find(group.OwnerNode) is { } node)
        {
            ClusterLog.Fail(
                lab, node,
                $"Cluster resource '{resource.Name}' in clustered role '{group.Name}' failed. {why.Message}");
        }
    }

    private static void Remember(LabState lab, ClusterResource resource) => resource.RememberRestarts(
        FailurePolicy.Remember(lab.Now, resource.Restarts, resource.RestartPeriod));

    private static FailureVerdict VerdictOf(LabState lab, ClusterResource resource) => FailurePolicy.OfResource(
        lab.Now, resource.Restarts, resource.RestartAction, resource.RestartThreshold, resource.RestartPeriod);

    private static FailureVerdict VerdictOf(LabState lab, ClusterGroup group) =>
        lab.Guards.LimitsFailovers
            ? FailurePolicy.OfGroup(
                lab.Now, group.Failovers, group.FailoverThreshold, group.FailoverPeriod,
                ClusterQueries.NodesOf(lab, group.Cluster).Count)
            : FailureVerdict.FailOver;
}
