using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>The failback to a node: what was drained from it comes back, by priority.</summary>
internal static class NodeFailback
{
    /// <summary>Brings groups back to a node that takes groups again.</summary>
    public static void Begin(
        LabState lab, ClusterNode node, IReadOnlyList<Key<ClusterGroup>> groups, Key<LabJob>? job)
    {
        node.ReportFailback(ClusterNodeFailbackStatus.InProgress);
        ClusterNodeOperation operation = lab.ClusterNodeOperations.Add(
            key => new ClusterNodeOperation(key, node.Key, NodeOperationKind.Failback, job));
        operation.Bring(groups);
        ClusterLog.Inform(lab, node, $"The failback to node '{node.Name}' begins.");
        lab.Step(job, "Moving roles", 10);
        Continue(lab, operation);
    }

    /// <summary>Goes on with what can move now; ends where nothing is left to wait for.</summary>
    public static void Continue(LabState lab, ClusterNodeOperation operation)
    {
        bool isBusy = false;
        ClusterNode node = lab.ClusterNodes[operation.Node];
        foreach (ClusterGroup group in Away(lab, operation).OrderByDescending(group => group.Priority).ToList())
        {
            if (!NodeOperations.IsGoingOn(lab, operation))
            {
                return;
            }

            isBusy |= BringBack(lab, operation, node, group);
        }

        if (!isBusy && NodeOperations.IsGoingOn(lab, operation))
        {
            NodeOperations.End(lab, operation, [.. Away(lab, operation)]);
        }
    }

    // Whether the group is still to be waited for.
    private static bool BringBack(
        LabState lab, ClusterNodeOperation operation, ClusterNode node, ClusterGroup group)
    {
        if (group.OwnerNode == node.Key || operation.Tried.Contains(group.Key))
        {
            return group.Operation is not null;
        }

        GroupTransferPlan plan = GroupTransfer.Plan(
            lab, group, [.. Placement.Candidates(lab, group, except: null).Where(one => one == node)]);
        if (plan.Verdict == GroupTransferVerdict.Waits)
        {
            return true;
        }

        operation.Try(group.Key);
        Failbacks.Forget(lab, group);
        if (plan.Node is not null)
        {
            GroupTransfer.Begin(lab, group, node);
        }
        else
        {
            ClusterLog.Warn(lab, node, $"'{group.Name}' cannot fail back. {plan.Why!.Message}");
        }

        return group.Operation is not null;
    }

    private static IEnumerable<ClusterGroup> Away(LabState lab, ClusterNodeOperation operation) =>
        operation.Groups.Select(key => lab.ClusterGroups[key]).Where(group => group.OwnerNode != operation.Node);
}
