using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>Gives what lost its node another one.</summary>
internal static class Failover
{
    /// <summary>The members are known: volumes and groups whose owner is none any more go to one that is.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="cluster">The cluster.</param>
    /// <param name="isColdStart">Whether it has just been formed: what had failed is tried again.</param>
    public static void Recover(LabState lab, Cluster cluster, bool isColdStart = false)
    {
        bool isRunning = ClusterQueries.IsRunning(lab, cluster.Key);
        foreach (ClusterSharedVolume volume in ClusterQueries.VolumesOf(lab, cluster.Key))
        {
            SharedVolumes.Recover(lab, volume);
        }

        foreach (ClusterGroup group in ClusterQueries.GroupsOf(lab, cluster.Key))
        {
            if (!IsMember(lab, group.OwnerNode))
            {
                Release(lab, group);
            }
        }

        if (!isRunning)
        {
            SharedVolumeMaintenance.Continue(lab);
            return;
        }

        foreach (ClusterGroup group in ClusterQueries.GroupsOf(lab, cluster.Key))
        {
            Resume(lab, group, isColdStart);
        }

        NodeOperations.Continue(lab);
    }

    /// <summary>Lets a group go on: elsewhere where its owner is lost, or where it is.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="group">The group.</param>
    /// <param name="isColdStart">Whether what had failed is tried again.</param>
    public static void Resume(LabState lab, ClusterGroup group, bool isColdStart)
    {
        ClusterGroupOperation? operation = lab.ClusterGroupOperations.Find(group.Operation);
        if (!IsMember(lab, group.OwnerNode))
        {
            if (Placement.Choose(lab, group) is { } target)
            {
                GroupRunner.Begin(lab, group, new GroupTask(GroupOperationKind.FailOver) { Target = target.Key });
            }
            else
            {
                StrandedGroups.Leave(lab, group);
            }
        }
        else if (operation is null)
        {
            BringBack(lab, group, isColdStart);
        }
        else if (operation.Kind == GroupOperationKind.Move && !IsMember(lab, operation.Target))
        {
            operation.Aim(group.OwnerNode);
        }
    }

    private static void BringBack(LabState lab, ClusterGroup group, bool isColdStart)
    {
        bool isWanted = ClusterQueries.ResourcesOf(lab, group.Key).Any(
            static resource => resource is { PersistentState: true, IsDown: true });
        if (isWanted && (isColdStart || !StrandedGroups.IsLeftFailed(lab, group)))
        {
            GroupRunner.Begin(lab, group, new GroupTask(GroupOperationKind.BringOnline));
        }
    }

    // Nothing of the group runs any more, because its node does not.
    private static void Release(LabState lab, ClusterGroup group)
    {
        string owner = lab.NameOf(group.OwnerNode);
        if (lab.ClusterGroupOperations.Find(group.Operation) is { } operation)
        {
            GroupRunner.Abandon(lab, operation, ClusterErrors.NodeLost.For(group.Name, group.Name, owner));
        }

        foreach (ClusterResource resource in ClusterQueries.ResourcesOf(lab, group.Key))
        {
            if (!resource.IsDown)
            {
                ResourceEffects.GoOffline(lab, resource);
                resource.Enter(ClusterResourceState.Offline);
            }
        }
    }

    private static bool IsMember(LabState lab, Key<ClusterNode> node) => lab.ClusterNodes[node].IsMember;
}
