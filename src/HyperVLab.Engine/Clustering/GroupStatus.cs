namespace HyperVLab.Engine.Clustering;

/// <summary>What is particular about a group, which its resources and what waits make.</summary>
internal static class GroupStatus
{
    /// <summary>Its StatusInformation.</summary>
    public static ClusterApplicationStatusInformation Of(LabState lab, ClusterGroup group)
    {
        ClusterApplicationStatusInformation status = group.IsWaitingToStart
            ? ClusterApplicationStatusInformation.WaitingToStart
            : IsQueued(lab, group) ? ClusterApplicationStatusInformation.Queued
            : ClusterApplicationStatusInformation.None;
        foreach (ClusterResource resource in lab.ResourcesByGroup.Of(group.Key))
        {
            status |= FailureStatus.Of(resource.StatusInformation);
        }

        return status;
    }

    /// <summary>Why it failed: the reason of the first of its resources that did; null where none has.</summary>
    public static string? ReasonOf(LabState lab, ClusterGroup group)
    {
        foreach (ClusterResource resource in ClusterQueries.ResourcesOf(lab, group.Key))
        {
            if (resource.FailureReason is { } reason)
            {
                return reason;
            }
        }

        return null;
    }

    private static bool IsQueued(LabState lab, ClusterGroup group) => group.Operation is null
        && NodeOperations.Of(lab, group.OwnerNode) is { Kind: NodeOperationKind.Drain } drain
        && !drain.Tried.Contains(group.Key);
}
