using HyperVLab.Engine.Clustering.Notices;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>Takes a cluster apart.</summary>
internal static class ClusterRemoval
{
    /// <summary>
    /// Removes it with all its parts: computers, disks and virtual machines stay, and are clustered no more.
    /// </summary>
    public static void Remove(LabState lab, Cluster cluster, bool cleanupDirectory)
    {
        foreach (ClusterNode node in ClusterQueries.NodesOf(lab, cluster.Key))
        {
            NodeOperations.Abandon(lab, node, ClusterErrors.NoSuchCluster, cluster.Name);
        }

        RemoveRoles(lab, cluster);
        RemoveNetworks(lab, cluster);
        if (cluster.Address is { } address)
        {
            Addresses.Release(lab, address);
        }

        DnsZone.Unregister(lab, cluster.Name);
        Key<DirectoryDomain> domain = cluster.Domain;
        lab.Cancel(cluster.CheckSequence);
        StartQueue.Forget(lab, cluster);
        if (lab.ClusterRegroups.Find(cluster.Regroup) is { } regroup)
        {
            lab.Cancel(regroup.Sequence);
            lab.ClusterRegroups.Remove(regroup.Key);
        }

        foreach (ClusterNode node in ClusterQueries.NodesOf(lab, cluster.Key))
        {
            lab.Cancel(node.Sequence);
            lab.Fail(node.Departure?.Job, ClusterErrors.NoSuchCluster, cluster.Name, cluster.Name);
            lab.ClusterNodes.Remove(node.Key);
        }

        bool hadObject = cluster.ComputerObject is not null;
        lab.Raise(new ClusterRemoving(cluster.Key));
        lab.Clusters.Remove(cluster.Key);
        if (cleanupDirectory && hadObject)
        {
            DirectoryServices.RemoveComputer(lab, domain, cluster.Name);
        }
    }

    private static void RemoveRoles(LabState lab, Cluster cluster)
    {
        foreach (ClusterSharedVolume volume in ClusterQueries.VolumesOf(lab, cluster.Key))
        {
            lab.Cancel(volume.Sequence);
            lab.Fail(volume.Job, ClusterErrors.NoSuchCluster, cluster.Name, cluster.Name);
            lab.Fail(volume.MaintenanceJob, ClusterErrors.NoSuchCluster, cluster.Name, cluster.Name);
            ClusterDisks.Unmount(lab, volume.Volume);
            LunReservations.LeaveCluster(lab, lab.Luns[volume.Lun]);
            lab.ClusterSharedVolumes.Remove(volume.Key);
        }

        foreach (ClusterGroup group in ClusterQueries.GroupsOf(lab, cluster.Key))
        {
            if (lab.ClusterGroupOperations.Find(group.Operation) is { } operation)
            {
                GroupRunner.Abandon(lab, operation, ClusterErrors.NoSuchCluster.For(cluster.Name, cluster.Name));
            }

            lab.Cancel(group.RetrySequence);
            ClusterFactory.Release(lab, group);
            foreach (ClusterResource resource in ClusterQueries.ResourcesOf(lab, group.Key))
            {
                ClusterFactory.RemoveResource(lab, resource);
            }

            Failbacks.Forget(lab, group);
            lab.ClusterGroups.Remove(group.Key);
        }
    }

    private static void RemoveNetworks(LabState lab, Cluster cluster)
    {
        foreach (ClusterNetwork network in ClusterNetworkMap.ByMetric(lab, cluster.Key))
        {
            foreach (ClusterNetworkInterface known in lab.ClusterNetworkInterfaces.ToList())
            {
                if (known.Network == network.Key)
                {
                    lab.ClusterNetworkInterfaces.Remove(known.Key);
                }
            }

            lab.ClusterNetworks.Remove(network.Key);
        }
    }
}
