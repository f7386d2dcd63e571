using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>Nodes that leave the members in an orderly way: what they own moves first.</summary>
internal static class Departures
{
    /// <summary>A node begins to leave.</summary>
    public static void Begin(LabState lab, ClusterNode node, NodeDepartureKind kind, Key<LabJob>? job)
    {
        NodeOperations.Abandon(lab, node, ClusterErrors.DrainCancelled, node.Name);
        node.BeginDeparture(new NodeDeparture(kind, job));
        foreach (ClusterSharedVolume volume in ClusterQueries.VolumesOf(lab, node.Cluster))
        {
            ClusterNode? heir = volume.OwnerNode == node.Key ? HeirOf(lab, volume, node) : null;
            if (heir is not null)
            {
                SharedVolumes.BeginMove(lab, volume, heir);
            }
        }

        Continue(lab, node);
    }

    /// <summary>A group is idle again: if its owner is leaving, that goes on.</summary>
    public static void Continue(LabState lab, ClusterGroup group) => Continue(lab, group.Cluster);

    /// <summary>A volume has changed owners: nodes that are leaving may be done.</summary>
    public static void Continue(LabState lab, Key<Cluster> cluster)
    {
        foreach (ClusterNode node in ClusterQueries.NodesOf(lab, cluster))
        {
            if (node.Departure is not null)
            {
                Continue(lab, node);
            }
        }

        NodeOperations.Continue(lab);
    }

    private static void Continue(LabState lab, ClusterNode node)
    {
        bool isBusy = lab.ClusterSharedVolumes.Any(
            volume => volume.OwnerNode == node.Key && volume.NextOwner is not null);
        foreach (ClusterGroup group in ClusterQueries.GroupsOf(lab, node.Cluster))
        {
            if (node.Departure is null)
            {
                return;
            }

            isBusy |= group.OwnerNode == node.Key ? MoveAway(lab, node, group) : IsComing(lab, node, group);
        }

        if (!isBusy && node.Departure is not null)
        {
            Finish(lab, node);
        }
    }

    // What is on its way to a leaving node arrives there, and then moves away with the rest.
    private static bool IsComing(LabState lab, ClusterNode node, ClusterGroup group) =>
        lab.ClusterGroupOperations.Find(group.Operation)?.Target == node.Key;

    // Whether something of the group is still to be waited for.
    private static bool MoveAway(LabState lab, ClusterNode node, ClusterGroup group)
    {
        if (group.Operation is not null)
        {
            return true;
        }

        if (Placement.Choose(lab, group, node.Key) is { } target)
        {
            GroupRunner.Begin(lab, group, new GroupTask(GroupOperationKind.Move) { Target = target.Key });
            return group.OwnerNode == node.Key;
        }

        if (GroupOrder.NextOffline(lab, group, only: null) is null)
        {
            return false;
        }

        GroupRunner.Begin(lab, group, new GroupTask(GroupOperationKind.TakeOffline));
        return group.Operation is not null;
    }

    private static void Finish(LabState lab, ClusterNode node)
    {
        NodeDeparture departure = node.Departure!;
        Cluster cluster = lab.Clusters[node.Cluster];
        if (departure.Kind == NodeDepartureKind.Evict && ClusterQueries.LivingOf(lab, cluster.Key).Count == 1)
        {
            Stay(lab, cluster, node);
            return;
        }

        NodeService.Stop(lab, cluster, node);
        node.GoDown();

        // It has told the others, so its vote is theirs before they count again.
        Votes.Adjust(lab, cluster);
        if (departure.Kind == NodeDepartureKind.Evict)
        {
            ClusterFactory.RemoveNode(lab, cluster, node);
        }

        lab.Complete(departure.Job);
        Membership.Regroup(lab, cluster);
    }

    // The others stopped while it was leaving: the cluster, and all its votes, would go with it.
    private static void Stay(LabState lab, Cluster cluster, ClusterNode node)
    {
        NodeDeparture departure = node.Departure!;
        node.EndDeparture();
        lab.Fail(departure.Job, ClusterErrors.LastNode, node.Name, node.Name, cluster.Name);
        ClusterLog.Warn(lab, node, $"Node '{node.Name}' is not evicted: no other node is up any more.");
        Failover.Recover(lab, cluster);
    }

    private static ClusterNode? HeirOf(LabState lab, ClusterSharedVolume volume, ClusterNode leaving) =>
        ClusterQueries.LivingOf(lab, leaving.Cluster).FirstOrDefault(node => node.TakesGroups && node != leaving
            && Storage.StorageReach.CanReach(lab, node.Computer, volume.Lun));
}
