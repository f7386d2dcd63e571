using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>What clusters do about what happens to their computers, cables and disks.</summary>
internal static class HostChanges
{
    /// <summary>A computer is up: its cluster service starts by itself.</summary>
    public static void Started(LabState lab, Key<PhysicalComputer> computer)
    {
        if (ClusterQueries.NodeOf(lab, computer) is { IsServiceRunning: false, Sequence: null } node)
        {
            NodeService.StartAfter(lab, node, ClusterSettings.ServiceStart);
        }

        CameOrWent(lab, computer);
    }

    /// <summary>A computer shuts down: what its node owns moves first.</summary>
    public static void Stopping(LabState lab, Key<PhysicalComputer> computer)
    {
        if (ClusterQueries.NodeOf(lab, computer) is { IsMember: true, Departure: null } node)
        {
            Departures.Begin(lab, node, NodeDepartureKind.Shutdown, job: null);
        }
    }

    /// <summary>
    /// A computer has stopped. Without a word to the others, they miss its heartbeats; otherwise they know.
    /// </summary>
    public static void Stopped(LabState lab, Key<PhysicalComputer> computer, bool clean)
    {
        foreach (ClusterNode node in lab.NodesByComputer.Of(computer))
        {
            Cluster cluster = lab.Clusters[node.Cluster];
            lab.Cancel(node.Sequence);
            Fencing.Forget(lab, computer);
            NodeHangs.Forget(lab, node);
            SharedVolumes.UnmountFrom(lab, node);
            lab.Fail(node.Departure?.Job, ClusterErrors.NodeLost, node.Name, node.Name, node.Name);
            NodeOperations.Abandon(lab, node, ClusterErrors.DrainCancelled, node.Name);
            node.StopService();
            GroupWaits.GiveUp(lab, node);
            if (!node.IsMember)
            {
                node.GoDown();
            }
            else if (clean)
            {
                node.GoDown();
                Membership.Regroup(lab, cluster);
            }
        }

        CameOrWent(lab, computer);
    }

    /// <summary>
    /// Who reaches whom may have changed: the silent are going to be missed, and those that wait look again.
    /// </summary>
    public static void LinksChanged(LabState lab)
    {
        SharedVolumes.LinksChanged(lab);
        foreach (Cluster cluster in lab.Clusters)
        {
            if (cluster.IsFormed)
            {
                Membership.Suspect(lab, cluster);
                NodeService.SeekAll(lab, cluster);
            }
        }
    }

    /// <summary>A computer's addresses or cables changed: the cluster finds its networks anew.</summary>
    public static void NetworkChanged(LabState lab, Key<PhysicalComputer> computer)
    {
        if (ClusterQueries.NodeOf(lab, computer) is not { } node
            || lab.Clusters[node.Cluster] is not { IsFormed: true } cluster)
        {
            return;
        }

        ClusterNetworkMap.Refresh(lab, cluster);
        LinksChanged(lab);
        foreach (ClusterResource address in lab.ClusterResources.ToList())
        {
            ClusterGroup group = lab.ClusterGroups[address.Group];
            bool isLost = group.OwnerNode == node.Key
                && address is { State: ClusterResourceState.Online, ResourceType: ClusterResourceType.IPAddress }
                && ResourceEffects.Obstacle(lab, group, address) is not null;
            if (isLost)
            {
                ResourceFailures.Fail(
                    lab, group, address,
                    ClusterErrors.AddressLost.For(address.Name, node.Name, address.Address!));
            }
        }
    }

    /// <summary>An adapter is about to go.</summary>
    public static void AdapterRemoved(LabState lab, Key<NetworkAdapter> adapter)
    {
        ClusterNetworkMap.Forget(lab, adapter);
        foreach (ClusterResource address in lab.ClusterResources)
        {
            if (lab.Stations.Find(address.Station) is { } station && station.Adapter == adapter)
            {
                address.AnswerAt(null);
            }
        }

        NetworkChanged(lab, lab.NetworkAdapters[adapter].Computer);
    }

    // Nodes hear each other whatever becomes of a computer that is none; it may have what nodes that wait look for.
    private static void CameOrWent(LabState lab, Key<PhysicalComputer> computer)
    {
        if (!lab.NodesByComputer.Of(computer).IsEmpty)
        {
            LinksChanged(lab);
            return;
        }

        foreach (Cluster cluster in lab.Clusters)
        {
            if (cluster.IsFormed)
            {
                NodeService.SeekAll(lab, cluster);
            }
        }
    }

    /// <summary>
    /// A computer reaches its disks in another way: what it owns and reaches no more fails or changes owners.
    /// </summary>
    public static void PathChanged(LabState lab, Key<PhysicalComputer> computer)
    {
        if (ClusterQueries.NodeOf(lab, computer) is not { } node)
        {
            return;
        }

        if (!node.IsMember)
        {
            // It may reach the witness now, for whose vote it waits.
            NodeService.Seek(lab, lab.Clusters[node.Cluster], node);
            return;
        }

        foreach (ClusterSharedVolume volume in ClusterQueries.VolumesOf(lab, node.Cluster))
        {
            SharedVolumes.Recover(lab, volume);
        }

        foreach (ClusterResource disk in lab.ClusterResources.ToList())
        {
            if (disk.Lun is not null && lab.ClusterGroups[disk.Group].OwnerNode == node.Key)
            {
                ClusterDisks.Check(lab, disk);
            }
        }

        StrandedGroups.Offer(lab, node, isNew: false);
    }

    /// <summary>
    /// A LUN is gone from computers, or is back: who owns it and reaches it no more loses it, and a witness that is
    /// back votes again.
    /// </summary>
    public static void LunChanged(LabState lab, Key<Lun> lun)
    {
        foreach (ClusterSharedVolume volume in lab.ClusterSharedVolumes.Where(one => one.Lun == lun).ToList())
        {
            if (ClusterQueries.IsRunning(lab, volume.Cluster))
            {
                SharedVolumes.Recover(lab, volume);
            }
        }

        foreach (ClusterResource disk in lab.ClusterResources.Where(one => one.Lun == lun).ToList())
        {
            ClusterGroup group = lab.ClusterGroups[disk.Group];
            Cluster cluster = lab.Clusters[group.Cluster];
            ClusterNode owner = lab.ClusterNodes[group.OwnerNode];
            bool isReached = StorageReach.CanReach(lab, owner.Computer, lun);
            if (disk is { State: ClusterResourceState.Online, IsInMaintenance: false } && !isReached)
            {
                ClusterDisks.Check(lab, disk);
                if (cluster.Witness == disk.Key)
                {
                    WitnessFaults.CountVotes(lab, cluster);
                }
            }
            else if (cluster is { WitnessFaults: 0 } && cluster.Witness == disk.Key
                && (isReached || !ClusterQueries.IsRunning(lab, cluster.Key)))
            {
                WitnessFaults.ComeBack(lab, cluster);
            }

            foreach (ClusterNode node in ClusterQueries.LivingOf(lab, cluster.Key))
            {
                StrandedGroups.Offer(lab, node, isNew: false);
            }
        }
    }

    /// <summary>A LUN goes, with everything on it.</summary>
    public static void LunRemoved(LabState lab, Key<Lun> lun)
    {
        foreach (ClusterSharedVolume volume in lab.ClusterSharedVolumes.Where(one => one.Lun == lun).ToList())
        {
            lab.Cancel(volume.Sequence);
            lab.Fail(volume.Job, GroupErrors.NoSuchSharedVolume, volume.Name, volume.Name);
            lab.Fail(volume.MaintenanceJob, GroupErrors.NoSuchSharedVolume, volume.Name, volume.Name);
            lab.ClusterSharedVolumes.Remove(volume.Key);
        }

        foreach (ClusterResource disk in lab.ClusterResources.Where(one => one.Lun == lun).ToList())
        {
            ClusterGroup group = lab.ClusterGroups[disk.Group];
            Cluster cluster = lab.Clusters[group.Cluster];
            if (cluster.Witness == disk.Key)
            {
                cluster.SetQuorum(ClusterQuorumType.NodeMajority, null);
            }

            if (lab.ClusterGroupOperations.Find(group.Operation) is { } operation)
            {
                GroupRunner.Abandon(lab, operation, GroupErrors.NoSuchResource.For(disk.Name, disk.Name));
            }

            ClusterFactory.RemoveResource(lab, disk);
        }
    }
}
