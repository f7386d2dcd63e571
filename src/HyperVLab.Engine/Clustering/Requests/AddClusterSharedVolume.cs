using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>Makes a disk of Available Storage a cluster shared volume.</summary>
public sealed record AddClusterSharedVolume : LabRequest
{
    /// <summary>The resource.</summary>
    [Target("Name")]
    public required Key<ClusterResource> Resource { get; init; }

    internal override void Validate(LabState lab, LabCaller caller)
    {
        ClusterResource disk = ClusterRules.RequireIdle(lab, Resource);
        ClusterGroup group = lab.ClusterGroups[disk.Group];
        Cluster cluster = lab.Clusters[group.Cluster];
        if (!cluster.EnableSharedVolumes)
        {
            throw GroupErrors.SharedVolumesDisabled.For(cluster.Name, cluster.Name);
        }

        if (cluster.Witness == Resource)
        {
            throw GroupErrors.DiskIsWitness.For(disk.Name, disk.Name);
        }

        if (group.GroupType != GroupType.AvailableStorage
            || disk is not { State: ClusterResourceState.Online, Lun: not null })
        {
            throw GroupErrors.NotAvailableStorage.For(disk.Name, disk.Name, group.Name);
        }

        if (ClusterQuorum.SizeOf(lab, disk) == 0)
        {
            throw GroupErrors.DiskNotNtfs.For(disk.Name, disk.Name);
        }
    }

    internal override void Act(LabState lab, LabJob job)
    {
        ClusterResource disk = lab.ClusterResources[Resource];
        Cluster cluster = lab.Clusters[lab.ClusterGroups[disk.Group].Cluster];
        job.Give(SharedVolumes.Add(lab, cluster, disk).Key);
    }
}
