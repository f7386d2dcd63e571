using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Clustering;

/// <summary>
/// Groups that were left failed: they say why, and are tried again when their time has come, when a node comes that
/// could own them, and when their storage is back.
/// </summary>
internal static class StrandedGroups
{
    /// <summary>No node can take a group that lost its own: what was to be online has failed.</summary>
    public static void Leave(LabState lab, ClusterGroup group)
    {
        string why = Placement.Describe(lab, group);
        ClusterResource? failed = null;
        foreach (ClusterResource resource in ClusterQueries.ResourcesOf(lab, group.Key))
        {
            if (resource is { PersistentState: true, State: ClusterResourceState.Offline })
            {
                resource.Fail(
                    GroupErrors.NowhereToGo.For(group.Name, group.Name, why).Message,
                    ClusterResourceStatusInformation.InsufficientResources);
                failed = resource;
            }
        }

        if (failed is null)
        {
            return;
        }

        ResourceFailures.RetryLater(lab, group, failed);
        if (ClusterQueries.LivingOf(lab, group.Cluster) is [{ } reporter, ..])
        {
            ClusterLog.Fail(lab, reporter, $"Clustered role '{group.Name}' has failed. No node can take it: {why}.");
        }
    }

    /// <summary>The time has come to try a group again.</summary>
    public static void Retry(LabState lab, ClusterGroup group)
    {
        group.RetryAt(null);
        if (group is not { Operation: null, PersistentState: true } || !ClusterQueries.IsRunning(lab, group.Cluster))
        {
            return;
        }

        ClusterNode owner = lab.ClusterNodes[group.OwnerNode];
        if (!owner.IsMember)
        {
            Failover.Resume(lab, group, isColdStart: true);
        }
        else if (Placement.Choose(lab, group, owner.Key) is { } other && IsBetter(lab, group, owner, other))
        {
            GroupRunner.Begin(lab, group, new GroupTask(GroupOperationKind.Move) { Target = other.Key });
        }
        else
        {
            GroupRunner.Begin(lab, group, new GroupTask(GroupOperationKind.BringOnline));
        }
    }

    /// <summary>
    /// A node has joined, takes groups again or has its storage back: what was left failed may come online with it.
    /// </summary>
    /// <param name="lab">The lab.</param>
    /// <param name="node">The node.</param>
    /// <param name="isNew">Whether it could own nothing before; otherwise only its storage is back.</param>
    public static void Offer(LabState lab, ClusterNode node, bool isNew)
    {
        if (!node.TakesGroups || !ClusterQueries.IsAlive(lab, node))
        {
            return;
        }

        foreach (ClusterGroup group in ClusterQueries.GroupsOf(lab, node.Cluster))
        {
            if (IsLeftFailed(lab, group))
            {
                Offer(lab, node, group, isNew);
            }
        }
    }

    /// <summary>
    /// A volume is reached in another way: machines that had none to their disks, and are left failed for that, are
    /// tried again.
    /// </summary>
    public static void FollowVolume(LabState lab, Volume volume)
    {
        if (!StorageReach.LunOf(lab, volume).IsSharedVolume)
        {
            return;
        }

        foreach (ClusterGroup group in lab.ClusterGroups.Where(static one => one.RetrySequence is not null).ToList())
        {
            ClusterNode owner = lab.ClusterNodes[group.OwnerNode];
            bool isReached = owner.IsMember && ClusterQueries.IsAlive(lab, owner)
                && StorageReach.AccessTo(lab, owner.Computer, volume) != VolumeAccess.None;
            if (isReached && IsLeftFailed(lab, group) && LacksResources(lab, group))
            {
                GroupRunner.Begin(lab, group, new GroupTask(GroupOperationKind.BringOnline));
            }
        }
    }

    /// <summary>Whether a group is to be online, has failed, and nobody does anything about it.</summary>
    public static bool IsLeftFailed(LabState lab, ClusterGroup group)
    {
        if (group is not { Operation: null, PersistentState: true })
        {
            return false;
        }

        foreach (ClusterResource resource in lab.ResourcesByGroup.Of(group.Key))
        {
            if (resource.State == ClusterResourceState.Failed)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBetter(LabState lab, ClusterGroup group, ClusterNode owner, ClusterNode other) =>
        !Placement.CanTake(lab, group, owner)
        || (!Placement.HasRoom(lab, group, owner) && Placement.HasRoom(lab, group, other));

    private static bool LacksResources(LabState lab, ClusterGroup group) => lab.ResourcesByGroup.Of(group.Key).Any(
        static one => one.StatusInformation.HasFlag(ClusterResourceStatusInformation.InsufficientResources));

    private static void Offer(LabState lab, ClusterNode node, ClusterGroup group, bool isNew)
    {
        ClusterNode owner = lab.ClusterNodes[group.OwnerNode];
        if (!owner.IsMember)
        {
            Failover.Resume(lab, group, isColdStart: true);
        }
        else if (!Placement.CanTake(lab, group, node))
        {
            return;
        }
        else if (owner == node)
        {
            GroupRunner.Begin(lab, group, new GroupTask(GroupOperationKind.BringOnline));
        }
        else if (isNew || !Placement.CanTake(lab, group, owner))
        {
            GroupRunner.Begin(lab, group, new GroupTask(GroupOperationKind.Move) { Target = node.Key });
        }
    }
}
