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

        if (isColdStart)
        {
            StartQueue.AwaitOwners(lab, cluster);
        }

        foreach (ClusterGroup group in StartQueue.ByPriority(lab, cluster))
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
        if (lab.ClusterGroupOperations.Find(group.Operation) is { } operation)
        {
            if (operation.Kind == GroupOperationKind.Move && !IsMember(lab, operation.Target))
            {
                operation.Aim(group.OwnerNode);
            }

            return;
        }

        group.WaitToStart(false);
        bool isToStart = IsToStart(lab, group, isColdStart);
        if (isToStart && StartQueue.MustWait(lab, group))
        {
            StartQueue.Wait(lab, group);
        }
        else if (isToStart || !IsMember(lab, group.OwnerNode))
        {
            Start(lab, group);
        }
    }

    /// <summary>How a group that somebody starts comes online: where it is, or elsewhere where its owner is down.
    /// </summary>
    /// <returns>What is to be done; null where no node can take it.</returns>
    public static GroupTask? TaskOfStart(LabState lab, ClusterGroup group) =>
        IsMember(lab, group.OwnerNode) ? new GroupTask(GroupOperationKind.BringOnline)
        : Placement.Choose(lab, group) is { } target ? TaskFor(group, target, isLost: true)
        : null;

    private static void Start(LabState lab, ClusterGroup group)
    {
        bool isLost = !IsMember(lab, group.OwnerNode);
        ClusterNode? target = StartQueue.HomeOf(lab, group)
            ?? (isLost ? Placement.Choose(lab, group) : lab.ClusterNodes[group.OwnerNode]);
        if (target is null)
        {
            StrandedGroups.Leave(lab, group);
        }
        else if (group.IsStartedByHand)
        {
            TakeUnstarted(lab, group, target);
        }
        else
        {
            GroupRunner.Begin(lab, group, TaskFor(group, target, isLost));
        }
    }

    private static GroupTask TaskFor(ClusterGroup group, ClusterNode target, bool isLost) =>
        isLost ? new GroupTask(GroupOperationKind.FailOver) { Target = target.Key }
        : target.Key != group.OwnerNode ? new GroupTask(GroupOperationKind.Move) { Target = target.Key }
        : new GroupTask(GroupOperationKind.BringOnline);

    // "No Auto Start": it fails over, so that somebody can start it there; only its configuration is registered.
    private static void TakeUnstarted(LabState lab, ClusterGroup group, ClusterNode target)
    {
        bool isLost = !IsMember(lab, group.OwnerNode);
        ClusterResource? configuration = lab.ResourcesByGroup.Of(group.Key).FirstOrDefault(
            static one => one.ResourceType == ClusterResourceType.VirtualMachineConfiguration);
        if (configuration is { IsDown: true })
        {
            GroupRunner.Begin(lab, group, TaskFor(group, target, isLost) with { Only = configuration.Key });
        }
        else
        {
            group.BeOwnedBy(target.Key);
        }

        if (isLost)
        {
            ClusterLog.Inform(
                lab, target,
                $"Clustered role '{group.Name}' is not started on {target.Name}: its priority is No Auto Start.");
        }
    }

    // Whether something of a group that is to be online is not.
    private static bool IsToStart(LabState lab, ClusterGroup group, bool isColdStart)
    {
        if (!isColdStart && IsMember(lab, group.OwnerNode) && StrandedGroups.IsLeftFailed(lab, group))
        {
            return false;
        }

        foreach (ClusterResource resource in lab.ResourcesByGroup.Of(group.Key))
        {
            bool isMeant = !group.IsStartedByHand
                || resource.ResourceType == ClusterResourceType.VirtualMachineConfiguration;
            if (isMeant && resource is { PersistentState: true, IsDown: true })
            {
                return true;
            }
        }

        return false;
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
