using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>Makes clusters and their parts, and takes them away.</summary>
internal static class ClusterFactory
{
    /// <summary>Makes a cluster whose nodes are about to form it.</summary>
    public static Cluster Add(
        LabState lab, string name, Key<DirectoryDomain> domain, string? address,
        IReadOnlyList<Key<PhysicalComputer>> computers)
    {
        Cluster cluster = lab.Clusters.Add(key =>
            new Cluster(key, name, domain, address, lab.Draws.Identifier("cluster-id", key.Number)));
        foreach (Key<PhysicalComputer> computer in computers)
        {
            AddNode(lab, cluster, computer);
        }

        return cluster;
    }

    /// <summary>Makes a computer a node that is about to join.</summary>
    public static ClusterNode AddNode(LabState lab, Cluster cluster, Key<PhysicalComputer> computer)
    {
        int number = cluster.IssueNodeNumber();
        ClusterNode node = lab.ClusterNodes.Add(key => new ClusterNode(
            key, cluster.Key, computer, lab.Computers[computer].Name, number,
            lab.Draws.Identifier("cluster-node-id", key.Number)));
        node.StartService();
        return node;
    }

    /// <summary>Adds a group.</summary>
    public static ClusterGroup AddGroup(
        LabState lab, Cluster cluster, string name, GroupType type, Key<ClusterNode> owner) =>
        lab.ClusterGroups.Add(key => new ClusterGroup(
            key, cluster.Key, name, type, owner, lab.Draws.Identifier("cluster-group-id", key.Number)));

    /// <summary>Adds a resource to a group.</summary>
    public static ClusterResource AddResource(
        LabState lab, ClusterGroup group, string name, ClusterResourceType type) =>
        lab.ClusterResources.Add(key => new ClusterResource(
            key, group.Key, name, type, lab.Draws.Identifier("cluster-resource-id", key.Number)));

    /// <summary>Forms a cluster: its own groups, its networks, disks and quorum.</summary>
    public static void Form(LabState lab, Cluster cluster, bool withStorage)
    {
        IReadOnlyList<ClusterNode> nodes = ClusterQueries.NodesOf(lab, cluster.Key);
        cluster.Form(
            DirectoryServices.CreateComputer(lab, cluster.Domain, cluster.Name, DirectoryComputerKind.Cluster).Key);
        ClusterNetworkMap.Refresh(lab, cluster);
        ClusterGroup core = AddGroup(lab, cluster, ClusterNames.CoreGroup, GroupType.Cluster, nodes[0].Key);
        ClusterGroup storage = AddGroup(
            lab, cluster, ClusterNames.AvailableStorage, GroupType.AvailableStorage, nodes[0].Key);
        ClusterResource name = AddName(
            lab, core, ClusterNames.NameResource, cluster.Name, ClusterNames.AddressResource, cluster.Address);
        name.Describe($"Computer object {cluster.Name}$");
        if (withStorage)
        {
            foreach (Lun lun in ClusterDisks.Eligible(lab, [.. nodes.Select(node => node.Computer)]))
            {
                ClusterDisks.Adopt(lab, cluster, storage, lun);
            }
        }

        cluster.CountDynamically(ClusterQueries.VersionOf(lab, cluster.Key) >= WindowsVersion.W2012);
        cluster.SetHangRecovery(
            ClusterQueries.VersionOf(lab, cluster.Key) >= WindowsVersion.W2012R2
                ? ClusterSettings.HangActionEndProcess
                : ClusterSettings.HangActionBugCheck);
        ClusterQuorum.Choose(lab, cluster);
        cluster.AllowSharedVolumes(ClusterQueries.VersionOf(lab, cluster.Key) >= WindowsVersion.W2012);
        BringOnline(lab, core);
        BringOnline(lab, storage);
        NodeService.Enter(lab, cluster, nodes);
    }

    /// <summary>Adds a network name and the address on which it depends.</summary>
    public static ClusterResource AddName(
        LabState lab, ClusterGroup group, string nameResource, string name, string addressResource, string? address)
    {
        ClusterResource network = AddResource(lab, group, nameResource, ClusterResourceType.NetworkName);
        network.Keep(name);
        if (address is not null)
        {
            ClusterResource ip = AddResource(lab, group, addressResource, ClusterResourceType.IPAddress);
            ip.Keep(address);
            network.DependOn([ip.Key]);
        }

        return network;
    }

    /// <summary>Brings all of a new group online at once: the request's own time covers it.</summary>
    public static void BringOnline(LabState lab, ClusterGroup group)
    {
        group.Want(online: true);
        foreach (ClusterResource resource in ClusterQueries.ResourcesOf(lab, group.Key))
        {
            resource.Want(online: true);
            if (ResourceEffects.Obstacle(lab, group, resource) is null)
            {
                ResourceEffects.ComeOnline(lab, group, resource);
                resource.Enter(ClusterResourceState.Online);
            }
        }
    }

    /// <summary>Takes a resource away, and gives back what it held.</summary>
    public static void RemoveResource(LabState lab, ClusterResource resource)
    {
        ResourceEffects.GoOffline(lab, resource);
        HealthChecks.Forget(lab, resource);
        if (resource.Station is { } station)
        {
            resource.AnswerAt(null);
            Networking.Stations.Remove(lab, station);
        }

        if (resource.Lun is { } lun)
        {
            LunReservations.LeaveCluster(lab, lab.Luns[lun]);
        }

        foreach (ClusterResource other in lab.ClusterResources)
        {
            if (other.DependsOn.Contains(resource.Key))
            {
                other.DependOn([.. other.DependsOn.Where(key => key != resource.Key)]);
            }
        }

        lab.ClusterResources.Remove(resource.Key);
    }

    /// <summary>Takes a group with its resources away; its disks go back to Available Storage.</summary>
    public static void RemoveGroup(LabState lab, ClusterGroup group)
    {
        if (lab.ClusterGroupOperations.Find(group.Operation) is { } operation)
        {
            GroupRunner.Abandon(lab, operation, GroupErrors.NoSuchGroup.For(group.Name, group.Name));
        }

        lab.Cancel(group.RetrySequence);
        Release(lab, group);
        ClusterGroup storage = ClusterQueries.CoreGroupOf(lab, group.Cluster, GroupType.AvailableStorage);
        foreach (ClusterResource resource in ClusterQueries.ResourcesOf(lab, group.Key).Reverse())
        {
            if (resource.ResourceType == ClusterResourceType.PhysicalDisk)
            {
                ReturnDisk(lab, storage, resource);
            }
            else
            {
                RemoveResource(lab, resource);
            }
        }

        Failbacks.Forget(lab, group);
        NodeOperations.Forget(lab, group.Key);
        lab.ClusterGroups.Remove(group.Key);

        // A node that leaves waits for the group no more, nor does one that is drained.
        Departures.Continue(lab, group.Cluster);
    }

    /// <summary>A group's virtual machines are clustered no more.</summary>
    public static void Release(LabState lab, ClusterGroup group)
    {
        foreach (VirtualMachine vm in ClusterQueries.MachinesOf(lab, group))
        {
            vm.SetClustered(false);
        }
    }

    /// <summary>Takes a node away that is down and owns nothing.</summary>
    public static void RemoveNode(LabState lab, Cluster cluster, ClusterNode node)
    {
        lab.Cancel(node.Sequence);
        Key<ClusterNode> heir = ClusterQueries.NodesOf(lab, cluster.Key)
            .Where(other => other != node)
            .OrderBy(other => other.IsMember ? 0 : 1)
            .First().Key;
        foreach (ClusterGroup group in ClusterQueries.GroupsOf(lab, cluster.Key))
        {
            group.Prefer([.. group.PreferredOwners.Where(key => key != node.Key)]);
            group.Settle(group.DefaultOwner == node.Key ? null : group.DefaultOwner);
            foreach (ClusterResource resource in lab.ResourcesByGroup.Of(group.Key))
            {
                resource.LimitTo([.. resource.PossibleOwners.Where(key => key != node.Key)]);
            }

            group.BeOwnedBy(group.OwnerNode == node.Key ? heir : group.OwnerNode);
            lab.ClusterGroupOperations.Find(group.Operation)?.Replace(node.Key, group.OwnerNode);
        }

        foreach (ClusterSharedVolume volume in ClusterQueries.VolumesOf(lab, cluster.Key))
        {
            LunReservations.Remove(lab, volume.Lun, node.Computer);
            if (volume.OwnerNode == node.Key)
            {
                volume.ForgetOwner();
            }

            if (volume.NextOwner == node.Key)
            {
                SharedVolumes.LoseHeir(lab, volume);
            }
        }

        foreach (ClusterNetworkInterface known in lab.ClusterNetworkInterfaces.Where(
            one => one.Node == node.Key).ToList())
        {
            lab.ClusterNetworkInterfaces.Remove(known.Key);
        }

        NodeOperations.Forget(lab, node);
        lab.ClusterNodes.Remove(node.Key);
        ClusterNetworkMap.Refresh(lab, cluster);
    }

    private static void ReturnDisk(LabState lab, ClusterGroup storage, ClusterResource disk)
    {
        disk.MoveTo(storage.Key, lab.ResourcesByGroup);
        disk.DependOn([]);
        disk.Want(online: true);
        ResourceEffects.GoOffline(lab, disk);
        disk.Enter(ClusterResourceState.Offline);
        if (storage.Operation is null && ResourceEffects.Obstacle(lab, storage, disk) is null)
        {
            ResourceEffects.ComeOnline(lab, storage, disk);
            disk.Enter(ClusterResourceState.Online);
        }
    }
}
