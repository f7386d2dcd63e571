using HyperVLab.Engine.Compute;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>What a group's operation waits for.</summary>
internal static class GroupWaits
{
    /// <summary>
    /// The operation and resource of an event, where the operation still waits for that resource and the node that does
    /// it lives; null otherwise: then the event does nothing.
    /// </summary>
    public static (ClusterGroupOperation Operation, ClusterResource Resource)? For(
        LabState lab, Key<ClusterGroupOperation> operation, Key<ClusterResource> resource) =>
        lab.ClusterGroupOperations.Find(operation) is { } known && known.Current == resource
            && lab.ClusterResources.Find(resource) is { } found
            && ClusterQueries.IsAlive(lab, lab.ClusterNodes[lab.ClusterGroups[known.Group].OwnerNode])
            ? (known, found)
            : null;

    /// <summary>
    /// The same for an event that came because its time did. Where the node died meanwhile nobody goes on with the
    /// operation, and when no other node is left to miss that one nobody else would end it: it ends here. Where the
    /// node hangs, the operation is held up with it.
    /// </summary>
    public static (ClusterGroupOperation Operation, ClusterResource Resource)? Due(
        LabState lab, Key<ClusterGroupOperation> operation, Key<ClusterResource> resource)
    {
        if (For(lab, operation, resource) is { } waiting)
        {
            return waiting;
        }

        if (lab.ClusterGroupOperations.Find(operation) is { } left && left.Current == resource)
        {
            left.WaitFor(resource, null);
            ClusterNode owner = lab.ClusterNodes[lab.ClusterGroups[left.Group].OwnerNode];
            if (owner.HangSequence is null)
            {
                GiveUp(lab, owner);
            }
        }

        return null;
    }

    /// <summary>A node that hung goes on, and with it what was held up there.</summary>
    public static void GoOn(LabState lab, ClusterNode node)
    {
        foreach ((ClusterGroupOperation operation, ClusterResource resource) in HeldUpOn(lab, node))
        {
            ResourceRunner.GoOn(lab, operation, resource);
        }
    }

    /// <summary>A node is dead, or has hung for too long: what is held up there ends.</summary>
    public static void GiveUp(LabState lab, ClusterNode node)
    {
        foreach ((ClusterGroupOperation operation, ClusterResource resource) in HeldUpOn(lab, node))
        {
            string group = lab.NameOf(operation.Group);
            ResourceEffects.GoOffline(lab, resource);
            resource.Enter(ClusterResourceState.Offline);
            GroupRunner.Abandon(lab, operation, ClusterErrors.NodeLost.For(group, group, node.Name));
        }
    }

    /// <summary>The operation that waits for a virtual machine; null where none does.</summary>
    public static (ClusterGroupOperation Operation, ClusterResource Resource)? For(
        LabState lab, ClusterGroup group, ClusterResource machine) =>
        lab.ClusterGroupOperations.Find(group.Operation) is { } operation && operation.Current == machine.Key
            ? For(lab, operation.Key, machine.Key)
            : null;

    /// <summary>A virtual machine did not start or stop in time: one that does not stop is turned off.</summary>
    public static void TimeOut(LabState lab, ClusterGroupOperation operation, ClusterResource resource)
    {
        if (resource.State == ClusterResourceState.OfflinePending)
        {
            VMControl.TurnOff(lab, resource.VM!.Value);
            return;
        }

        ResourceFailures.Fail(
            lab, operation, resource, ClusterErrors.ResourceTimedOut.For(resource.Name, resource.Name));
    }

    // The time of what they wait for came, and nobody was there to see it.
    private static List<(ClusterGroupOperation Operation, ClusterResource Resource)> HeldUpOn(
        LabState lab, ClusterNode node)
    {
        List<(ClusterGroupOperation Operation, ClusterResource Resource)> found = [];
        foreach (ClusterGroupOperation operation in lab.ClusterGroupOperations)
        {
            if (operation.Sequence is null && lab.ClusterGroups[operation.Group].OwnerNode == node.Key
                && lab.ClusterResources.Find(operation.Current) is { } resource)
            {
                found.Add((operation, resource));
            }
        }

        return found;
    }
}
