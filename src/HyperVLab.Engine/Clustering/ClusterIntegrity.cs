using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>Checks what must hold between the parts of clusters.</summary>
internal static class ClusterIntegrity
{
    /// <summary>Checks a lab that was read.</summary>
    /// <exception cref="InvalidDataException">Something does not hold.</exception>
    public static void Check(LabState lab)
    {
        foreach (Cluster cluster in lab.Clusters)
        {
            CheckCluster(lab, cluster);
        }

        foreach (ClusterGroup group in lab.ClusterGroups)
        {
            Integrity.Demand(lab.ClusterNodes[group.OwnerNode].Cluster == group.Cluster, "ClusterGroups", group.Key);
            Integrity.Demand(
                group.PreferredOwners.All(node => lab.ClusterNodes[node].Cluster == group.Cluster),
                "ClusterGroups", group.Key);
            Integrity.Demand(
                lab.ClusterNodes.Find(group.DefaultOwner) is not { } home || home.Cluster == group.Cluster,
                "ClusterGroups", group.Key);
            ClusterGroupOperation? operation = lab.ClusterGroupOperations.Find(group.Operation);
            Integrity.Demand(operation is null || operation.Group == group.Key, "ClusterGroups", group.Key);
            Integrity.Demand(
                lab.VirtualMachines.Find(group.VM) is not { IsClustered: false }
                    && (group.GroupType != GroupType.VirtualMachine || group.VM is not null),
                "ClusterGroups", group.Key);
        }

        foreach (ClusterResource resource in lab.ClusterResources)
        {
            CheckResource(lab, resource);
        }

        foreach (ClusterSharedVolume volume in lab.ClusterSharedVolumes)
        {
            bool isShared = lab.Luns[volume.Lun] is { IsClustered: true, IsSharedVolume: true };
            Integrity.Demand(isShared && IsOwned(lab, volume), "ClusterSharedVolumes", volume.Key);
        }
    }

    private static void CheckCluster(LabState lab, Cluster cluster)
    {
        Integrity.Demand(lab.ClusterNodes.Any(node => node.Cluster == cluster.Key), "Clusters", cluster.Key);
        if (cluster.IsFormed)
        {
            foreach (GroupType type in (ReadOnlySpan<GroupType>)[GroupType.Cluster, GroupType.AvailableStorage])
            {
                int count = lab.ClusterGroups.Count(group => group.Cluster == cluster.Key && group.GroupType == type);
                Integrity.Demand(count == 1, "Clusters", cluster.Key);
            }
        }

        Integrity.Demand(
            lab.ClusterResources.Find(cluster.Witness) is not { } witness
                || lab.ClusterGroups[witness.Group].Cluster == cluster.Key,
            "Clusters", cluster.Key);
    }

    private static void CheckResource(LabState lab, ClusterResource resource)
    {
        Integrity.Demand(
            resource.DependsOn.All(other => lab.ClusterResources[other].Group == resource.Group),
            "ClusterResources", resource.Key);
        Integrity.Demand(
            resource.ResourceType != ClusterResourceType.PhysicalDisk
                || lab.Luns.Find(resource.Lun) is { IsClustered: true },
            "ClusterResources", resource.Key);
        Key<Cluster> cluster = lab.ClusterGroups[resource.Group].Cluster;
        Integrity.Demand(
            resource.PossibleOwners.All(owner => lab.ClusterNodes[owner].Cluster == cluster),
            "ClusterResources", resource.Key);
        bool isMachine = resource.ResourceType
            is ClusterResourceType.VirtualMachine or ClusterResourceType.VirtualMachineConfiguration;
        Integrity.Demand(
            !isMachine || lab.VirtualMachines.Find(resource.VM) is { IsClustered: true },
            "ClusterResources", resource.Key);

        // More steps than there are resources lead in a circle.
        List<Key<ClusterResource>> reached = [.. resource.DependsOn];
        for (int index = 0; index < reached.Count; index++)
        {
            Integrity.Demand(reached[index] != resource.Key, "ClusterResources", resource.Key);
            reached.AddRange(lab.ClusterResources[reached[index]].DependsOn.Where(other => !reached.Contains(other)));
        }
    }

    private static bool IsOwned(LabState lab, ClusterSharedVolume volume) =>
        lab.ClusterNodes.Find(volume.OwnerNode) is not { } owner || owner.Cluster == volume.Cluster;
}
