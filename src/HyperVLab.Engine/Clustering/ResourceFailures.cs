using HyperVLab.Engine.Clustering.Events;
using HyperVLab.Engine.Clustering.Rules;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Clustering;

/// <summary>What follows from a resource that fails: a restart, a failover, or giving up for a while.</summary>
internal static class ResourceFailures
{
    /// <summary>A resource failed while its group was doing something.</summary>
    public static void Fail(LabState lab, ClusterGroupOperation operation, ClusterResource resource, LabException why)
    {
        ClusterGroup group = lab.ClusterGroups[operation.Group];
        Report(lab, group, resource, why.Message);
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
    public static void Fail(LabState lab, ClusterGroup group, ClusterResource resource, string why)
    {
        Report(lab, group, resource, why);
        if (group.Operation is not null)
        {
            return;
        }

        if (VerdictOf(lab, resource) == FailureVerdict.Restart)
        {
            Remember(lab, resource);
            GroupRunner.Begin(lab, group, new GroupTask(GroupOperationKind.BringOnline));
            return;
        }

        FailOver(lab, group, resource);
    }

    private static void FailOver(LabState lab, ClusterGroup group, ClusterResource resource)
    {
        int nodes = ClusterQueries.NodesOf(lab, group.Cluster).Count;
        FailureVerdict verdict = VerdictOf(lab, resource) == FailureVerdict.LeaveFailed
            ? FailureVerdict.LeaveFailed
            : FailurePolicy.OfGroup(lab.Now, group.Failovers, group.FailoverThreshold, group.FailoverPeriod, nodes);
        if (verdict == FailureVerdict.FailOver && Placement.Choose(lab, group, group.OwnerNode) is { } target)
        {
            group.RememberFailovers(FailurePolicy.Remember(lab.Now, group.Failovers, group.FailoverPeriod));
            GroupRunner.Begin(lab, group, new GroupTask(GroupOperationKind.Move) { Target = target.Key });
            return;
        }

        group.RetryAt(lab.Schedule(resource.RetryPeriodOnFailure, new GroupRetryDue(group.Key)));
        ClusterLog.Inform(
            lab, group.OwnerNode, $"Clustered role '{group.Name}' stays failed, and is tried again later.");
    }

    private static void Report(LabState lab, ClusterGroup group, ClusterResource resource, string why)
    {
        ResourceEffects.GoOffline(lab, resource);
        resource.Enter(ClusterResourceState.Failed);
        if (lab.ClusterNodes.Find(group.OwnerNode) is { } node)
        {
            ClusterLog.Fail(
                lab, node, $"Cluster resource '{resource.Name}' in clustered role '{group.Name}' failed. {why}");
        }
    }

    private static void Remember(LabState lab, ClusterResource resource) => resource.RememberRestarts(
        FailurePolicy.Remember(lab.Now, resource.Restarts, resource.RestartPeriod));

    private static FailureVerdict VerdictOf(LabState lab, ClusterResource resource) => FailurePolicy.OfResource(
        lab.Now, resource.Restarts, resource.RestartAction, resource.RestartThreshold, resource.RestartPeriod);
}
