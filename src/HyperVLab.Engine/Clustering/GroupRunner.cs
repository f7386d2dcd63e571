using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>Takes a group's resources offline and online, one after the other, as they depend on each other.</summary>
internal static class GroupRunner
{
    /// <summary>Begins an operation; the group has none.</summary>
    public static void Begin(LabState lab, ClusterGroup group, GroupTask task)
    {
        ClusterGroupOperation operation = lab.ClusterGroupOperations.Add(
            key => new ClusterGroupOperation(key, group.Key, task.Kind, group.OwnerNode, task));
        group.BeBusyWith(operation.Key);
        group.WaitToStart(false);
        if (!task.KeepsFailed)
        {
            ForgetFailures(lab, group, task);
        }

        if (task.Kind == GroupOperationKind.FailOver)
        {
            ClusterLog.Inform(
                lab, operation.Target,
                $"Clustered role '{group.Name}' fails over from {lab.NameOf(operation.Source)}.");
            Arrive(lab, group, operation);
        }

        if (task.Kind == GroupOperationKind.BringOnline)
        {
            operation.ComeOnline();
        }

        Advance(lab, operation);
    }

    /// <summary>Goes on with the next resource, or ends.</summary>
    public static void Advance(LabState lab, ClusterGroupOperation operation)
    {
        ClusterGroup group = lab.ClusterGroups[operation.Group];
        operation.StopWaiting();
        if (!operation.IsComingOnline)
        {
            if (GroupOrder.NextOffline(lab, group, operation.Only) is { } leaving)
            {
                ResourceRunner.TakeOffline(lab, operation, leaving);
                return;
            }

            if (operation.Kind == GroupOperationKind.TakeOffline)
            {
                End(lab, group, operation);
                return;
            }

            Arrive(lab, group, operation);
        }

        if (GroupOrder.NextOnline(lab, group, operation.Only) is { } coming)
        {
            ResourceRunner.BringOnline(lab, operation, coming);
        }
        else
        {
            End(lab, group, operation);
        }
    }

    /// <summary>Ends an operation that has done what it was to do.</summary>
    public static void End(LabState lab, ClusterGroup group, ClusterGroupOperation operation)
    {
        Remove(lab, group, operation);
        lab.Complete(operation.Job);
        ResourceFailures.Reconsider(lab, group);
        Departures.Continue(lab, group);
    }

    /// <summary>Ends an operation that cannot go on.</summary>
    public static void Abandon(LabState lab, ClusterGroupOperation operation, LabException why)
    {
        Remove(lab, lab.ClusterGroups[operation.Group], operation);
        lab.Fail(operation.Job, why.Error, why.Target, [.. why.Arguments]);
    }

    private static void Arrive(LabState lab, ClusterGroup group, ClusterGroupOperation operation)
    {
        operation.ComeOnline();
        if (group.OwnerNode != operation.Target)
        {
            group.BeOwnedBy(operation.Target);
            foreach (Key<Migration> record in operation.Records)
            {
                MigrationRecords.Pass(lab, record, MigrationPhase.Moving);
            }

            ClusterLog.Inform(
                lab, operation.Target,
                $"Clustered role '{group.Name}' moved to node '{lab.NameOf(operation.Target)}'.");
        }
    }

    private static void ForgetFailures(LabState lab, ClusterGroup group, GroupTask task)
    {
        lab.Cancel(group.RetrySequence);
        group.RetryAt(null);
        foreach (ClusterResource resource in ClusterQueries.ResourcesOf(lab, group.Key))
        {
            bool isMeant = task.Kind != GroupOperationKind.TakeOffline
                || task.Only is null || task.Only == resource.Key;
            if (resource.State == ClusterResourceState.Failed && isMeant)
            {
                resource.Enter(ClusterResourceState.Offline);
            }
        }
    }

    private static void Remove(LabState lab, ClusterGroup group, ClusterGroupOperation operation)
    {
        lab.Cancel(operation.Sequence);
        foreach (Key<Migration> record in operation.Records)
        {
            MigrationRecords.End(lab, record);
        }

        group.BeBusyWith(null);
        lab.ClusterGroupOperations.Remove(operation.Key);
        StartQueue.Wake(lab, group.Cluster);
    }
}
