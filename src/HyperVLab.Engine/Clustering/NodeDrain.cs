using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>
/// The drain of a node: it is paused, its roles move away by priority, then the cluster's own groups and the ownership
/// of shared volumes. What could not move stays, and the node is paused all the same.
/// </summary>
internal static class NodeDrain
{
    /// <summary>Pauses a node and lets what it owns move away.</summary>
    public static void Begin(
        LabState lab, ClusterNode node, Key<ClusterNode>? target, bool isForced, Key<LabJob> job)
    {
        node.Pause(isPaused: true);
        node.ReportDrain(ClusterNodeDrainStatus.InProgress);
        node.AimDrain(target);
        ClusterNodeOperation operation = lab.ClusterNodeOperations.Add(
            key => new ClusterNodeOperation(key, node.Key, NodeOperationKind.Drain, job));
        operation.Aim(target, isForced);
        ClusterLog.Inform(lab, node, $"The drain of node '{node.Name}' begins.");
        lab.Step(job, "Moving roles", 10);
        Continue(lab, operation);
    }

    /// <summary>Goes on with what can move now; ends where nothing is left to wait for.</summary>
    public static void Continue(LabState lab, ClusterNodeOperation operation)
    {
        if (operation.Phase == NodeOperationPhase.MovingRoles)
        {
            if (MoveGroups(lab, operation, isCore: false) || !NodeOperations.IsGoingOn(lab, operation))
            {
                return;
            }

            operation.Enter(NodeOperationPhase.MovingStorage);
            lab.Step(operation.Job, "Moving shared volumes and the cluster's own groups", 80);
        }

        bool isBusy = MoveVolumes(lab, operation);
        isBusy |= MoveGroups(lab, operation, isCore: true);
        if (!isBusy && NodeOperations.IsGoingOn(lab, operation))
        {
            NodeOperations.End(
                lab, operation, [.. OwnedBy(lab, operation.Node).Where(group => operation.Tried.Contains(group.Key))]);
        }
    }

    // Whether something of them is still to be waited for. Moving one may end the whole drain before this returns.
    private static bool MoveGroups(LabState lab, ClusterNodeOperation operation, bool isCore)
    {
        bool isBusy = false;
        foreach (ClusterGroup group in OwnedBy(lab, operation.Node).Where(group => group.IsCoreGroup == isCore))
        {
            if (!NodeOperations.IsGoingOn(lab, operation))
            {
                return true;
            }

            isBusy |= group.OwnerNode == operation.Node && MoveAway(lab, operation, group);
        }

        return isBusy;
    }

    private static bool MoveAway(LabState lab, ClusterNodeOperation operation, ClusterGroup group)
    {
        if (group.Operation is not null)
        {
            return true;
        }

        if (operation.Tried.Contains(group.Key))
        {
            return false;
        }

        List<ClusterNode> nodes = [.. Placement.Candidates(lab, group, operation.Node)
            .Where(node => operation.Target is null || node.Key == operation.Target)];
        GroupTransferPlan plan = GroupTransfer.Plan(lab, group, nodes);
        if (plan.Verdict == GroupTransferVerdict.Waits)
        {
            return true;
        }

        operation.Try(group.Key);
        if (plan.Node is { } node)
        {
            Leave(lab, operation, group);
            GroupTransfer.Begin(lab, group, node);
        }
        else if (operation.IsForced && nodes.Count > 0)
        {
            Leave(lab, operation, group);
            GroupTransfer.Force(lab, group, nodes[0]);
        }
        else
        {
            ClusterLog.Warn(
                lab, lab.ClusterNodes[operation.Node], $"'{group.Name}' cannot be drained. {plan.Why!.Message}");
        }

        return group.Operation is not null;
    }

    private static void Leave(LabState lab, ClusterNodeOperation operation, ClusterGroup group)
    {
        if (!group.IsCoreGroup)
        {
            Failbacks.Forget(lab, group);
            group.DrainFrom(operation.Node);
        }
    }

    private static bool MoveVolumes(LabState lab, ClusterNodeOperation operation)
    {
        bool isBusy = false;
        foreach (ClusterSharedVolume volume in lab.ClusterSharedVolumes.ToList())
        {
            if (volume.OwnerNode != operation.Node)
            {
                continue;
            }

            if (volume.NextOwner is null && HeirOf(lab, operation, volume) is { } heir)
            {
                SharedVolumes.BeginMove(lab, volume, heir);
            }

            isBusy |= volume.NextOwner is not null;
        }

        return isBusy;
    }

    private static ClusterNode? HeirOf(LabState lab, ClusterNodeOperation operation, ClusterSharedVolume volume) =>
        ClusterQueries.LivingOf(lab, volume.Cluster)
            .Where(node => node.TakesGroups && StorageReach.CanReach(lab, node.Computer, volume.Lun))
            .OrderBy(node => node.Key == operation.Target ? 0 : 1)
            .ThenBy(node => SharedVolumes.OwnedBy(lab, node.Key))
            .ThenBy(node => node.Number)
            .FirstOrDefault();

    private static IReadOnlyList<ClusterGroup> OwnedBy(LabState lab, Key<ClusterNode> node) =>
        [.. lab.ClusterGroups.Where(group => group.OwnerNode == node).OrderByDescending(group => group.Priority)];
}
