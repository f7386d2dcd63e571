using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>Makes a shared disk a disk of a cluster, in Available Storage.</summary>
public sealed record AddClusterDisk : LabRequest
{
    /// <summary>The LUN.</summary>
    [Target("InputObject")]
    public required Key<Lun> Lun { get; init; }

    /// <summary>The cluster.</summary>
    public required Key<Cluster> Cluster { get; init; }

    internal override void Validate(LabState lab, LabCaller caller)
    {
        Cluster cluster = ClusterRules.RequireRunning(lab, Cluster);
        Lun lun = lab.Luns.Find(Lun) ?? throw GroupErrors.DiskNotEligible.For(
            null, Lun.ToString(), "there is no such LUN.");
        if (lun.IsClustered)
        {
            throw GroupErrors.DiskNotEligible.For(lun.Name, lun.Name, "it is a cluster's disk already.");
        }

        Key<PhysicalComputer>[] computers =
            [.. ClusterQueries.NodesOf(lab, cluster.Key).Select(node => node.Computer)];
        if (!ClusterDisks.Eligible(lab, computers).Contains(lun))
        {
            throw GroupErrors.DiskNotEligible.For(
                lun.Name, lun.Name,
                "every node must show it as one disk, and it must have a volume that is formatted with NTFS.");
        }

        ClusterRules.RequireIdle(lab, ClusterQueries.CoreGroupOf(lab, Cluster, GroupType.AvailableStorage).Key);
    }

    internal override void Act(LabState lab, LabJob job)
    {
        Cluster cluster = lab.Clusters[Cluster];
        ClusterGroup storage = ClusterQueries.CoreGroupOf(lab, Cluster, GroupType.AvailableStorage);
        ClusterResource disk = ClusterDisks.Adopt(lab, cluster, storage, lab.Luns[Lun]);
        disk.Want(online: true);
        storage.Want(online: true);
        job.GoOn();
        job.Give(disk.Key);
        GroupRunner.Begin(
            lab, storage, new GroupTask(GroupOperationKind.BringOnline) { Only = disk.Key, Job = job.Key });
    }
}
