using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>Drains and failbacks: what they have in common, and who wakes them.</summary>
internal static class NodeOperations
{
    /// <summary>What a node is going through; null for nothing.</summary>
    public static ClusterNodeOperation? Of(LabState lab, Key<ClusterNode> node)
    {
        foreach (ClusterNodeOperation operation in lab.ClusterNodeOperations)
        {
            if (operation.Node == node)
            {
                return operation;
            }
        }

        return null;
    }

    /// <summary>Something ended that they, or volumes on their way into maintenance, may have waited for.</summary>
    public static void Continue(LabState lab)
    {
        SharedVolumeMaintenance.Continue(lab);
        if (lab.ClusterNodeOperations.Count == 0)
        {
            return;
        }

        foreach (ClusterNodeOperation operation in lab.ClusterNodeOperations.ToList())
        {
            Continue(lab, operation);
        }
    }

    /// <summary>Goes on with one; it may have ended meanwhile.</summary>
    public static void Continue(LabState lab, ClusterNodeOperation operation)
    {
        if (!IsGoingOn(lab, operation))
        {
            return;
        }

        if (operation.Kind == NodeOperationKind.Drain)
        {
            NodeDrain.Continue(lab, operation);
        }
        else
        {
            NodeFailback.Continue(lab, operation);
        }
    }

    /// <summary>Whether it has not ended.</summary>
    public static bool IsGoingOn(LabState lab, ClusterNodeOperation operation) =>
        lab.ClusterNodeOperations.Find(operation.Key) is not null;

    /// <summary>Ends it; the groups that it could not move are named to whoever waits.</summary>
    public static void End(LabState lab, ClusterNodeOperation operation, IReadOnlyList<ClusterGroup> left)
    {
        ClusterNode node = lab.ClusterNodes[operation.Node];
        bool isDone = left.Count == 0;
        Remove(lab, operation, isDone);
        string what = operation.Kind == NodeOperationKind.Drain ? "drain" : "failback";
        if (isDone)
        {
            ClusterLog.Inform(lab, node, $"The {what} of node '{node.Name}' is complete.");
            lab.Complete(operation.Job);
            return;
        }

        string names = string.Join(", ", left.Select(group => group.Name));
        ClusterLog.Fail(lab, node, $"The {what} of node '{node.Name}' failed. Could not be moved: {names}.");
        lab.Fail(operation.Job, ClusterErrors.NodeNotEmptied, node.Name, what, node.Name, names);
    }

    /// <summary>
    /// Ends what a node goes through before its time, because the node is lost, leaves or is resumed.
    /// </summary>
    public static void Abandon(LabState lab, ClusterNode node, LabError why, params string[] arguments)
    {
        if (Of(lab, node.Key) is { } operation)
        {
            Remove(lab, operation, isDone: false);
            lab.Fail(operation.Job, why, node.Name, arguments);
        }
    }

    /// <summary>Somebody stops the job of one: what moves arrives, and nothing else is set moving.</summary>
    public static void Stop(LabState lab, Key<LabJob> job)
    {
        SharedVolumeMaintenance.Stop(lab, job);
        if (lab.ClusterNodeOperations.FirstOrDefault(operation => operation.Job == job) is { } stopped)
        {
            Remove(lab, stopped, isDone: false);
        }
    }

    /// <summary>A group is gone.</summary>
    public static void Forget(LabState lab, Key<ClusterGroup> group)
    {
        foreach (ClusterNodeOperation operation in lab.ClusterNodeOperations)
        {
            operation.Forget(group);
        }
    }

    /// <summary>A node is gone: nothing is aimed at it, and nothing comes back to it.</summary>
    public static void Forget(LabState lab, ClusterNode gone)
    {
        Abandon(lab, gone, ClusterErrors.NoSuchNode, gone.Name);
        foreach (ClusterNodeOperation operation in lab.ClusterNodeOperations)
        {
            operation.Aim(operation.Target == gone.Key ? null : operation.Target, operation.IsForced);
        }

        foreach (ClusterNode node in lab.ClusterNodes)
        {
            node.AimDrain(node.DrainTarget == gone.Key ? null : node.DrainTarget);
        }

        foreach (ClusterGroup group in lab.ClusterGroups)
        {
            if (group.DrainedFrom == gone.Key)
            {
                Failbacks.Forget(lab, group);
            }
        }
    }

    private static void Remove(LabState lab, ClusterNodeOperation operation, bool isDone)
    {
        ClusterNode node = lab.ClusterNodes[operation.Node];
        lab.ClusterNodeOperations.Remove(operation.Key);
        if (operation.Kind == NodeOperationKind.Drain)
        {
            node.ReportDrain(isDone ? ClusterNodeDrainStatus.Completed : ClusterNodeDrainStatus.Failed);
        }
        else
        {
            node.ReportFailback(isDone ? ClusterNodeFailbackStatus.Completed : ClusterNodeFailbackStatus.Failed);
        }
    }
}
