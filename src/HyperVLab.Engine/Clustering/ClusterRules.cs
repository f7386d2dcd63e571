using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>What requests about clusters ask for before they do anything.</summary>
internal static class ClusterRules
{
    /// <summary>The cluster under a key.</summary>
    /// <exception cref="Engine.Requests.LabException">It is gone, is being made or does not run.</exception>
    public static Cluster RequireRunning(LabState lab, Key<Cluster> key)
    {
        Cluster cluster = lab.Clusters.Find(key) ?? throw ClusterErrors.NoSuchCluster.For(null, key.ToString());
        return !cluster.IsFormed ? throw ClusterErrors.ClusterNotFormed.For(cluster.Name, cluster.Name)
            : ClusterQueries.IsRunning(lab, key) ? cluster
            : throw ClusterErrors.ClusterNotRunning.For(cluster.Name, cluster.Name);
    }

    /// <summary>The node under a key.</summary>
    /// <exception cref="Engine.Requests.LabException">It is gone.</exception>
    public static ClusterNode RequireNode(LabState lab, Key<ClusterNode> key) =>
        lab.ClusterNodes.Find(key) ?? throw ClusterErrors.NoSuchNode.For(null, key.ToString());

    /// <summary>The group under a key, whose cluster runs.</summary>
    /// <exception cref="Engine.Requests.LabException">It is gone, or its cluster does not run.</exception>
    public static ClusterGroup RequireGroup(LabState lab, Key<ClusterGroup> key)
    {
        ClusterGroup group = lab.ClusterGroups.Find(key) ?? throw GroupErrors.NoSuchGroup.For(null, key.ToString());
        RequireRunning(lab, group.Cluster);
        return group;
    }

    /// <summary>The group under a key, which is doing nothing.</summary>
    /// <exception cref="Engine.Requests.LabException">It is gone or busy, or its cluster does not run.</exception>
    public static ClusterGroup RequireIdle(LabState lab, Key<ClusterGroup> key)
    {
        ClusterGroup group = RequireGroup(lab, key);
        return group.Operation is null ? group : throw GroupErrors.GroupBusy.For(group.Name, group.Name);
    }

    /// <summary>The resource under a key, whose group is doing nothing.</summary>
    /// <exception cref="Engine.Requests.LabException">
    /// It is gone, its group is busy or its cluster does not run.
    /// </exception>
    public static ClusterResource RequireIdle(LabState lab, Key<ClusterResource> key)
    {
        ClusterResource resource = RequireResource(lab, key);
        RequireIdle(lab, resource.Group);
        return resource;
    }

    /// <summary>Refuses to start a group that no node can take.</summary>
    /// <exception cref="Engine.Requests.LabException">So it is.</exception>
    public static void DemandNode(LabState lab, Key<ClusterGroup> key)
    {
        ClusterGroup group = lab.ClusterGroups[key];
        if (Failover.TaskOfStart(lab, group) is null)
        {
            throw GroupErrors.NowhereToGo.For(group.Name, group.Name, Placement.Describe(lab, group));
        }
    }

    /// <summary>The resource under a key, whose cluster runs.</summary>
    /// <exception cref="Engine.Requests.LabException">It is gone, or its cluster does not run.</exception>
    public static ClusterResource RequireResource(LabState lab, Key<ClusterResource> key)
    {
        ClusterResource resource = lab.ClusterResources.Find(key) ?? throw GroupErrors.NoSuchResource.For(
            null, key.ToString());
        RequireGroup(lab, resource.Group);
        return resource;
    }

    /// <summary>The shared volume under a key, whose cluster runs.</summary>
    /// <exception cref="Engine.Requests.LabException">It is gone, or its cluster does not run.</exception>
    public static ClusterSharedVolume RequireVolume(LabState lab, Key<ClusterSharedVolume> key)
    {
        ClusterSharedVolume volume = lab.ClusterSharedVolumes.Find(key)
            ?? throw GroupErrors.NoSuchSharedVolume.For(null, key.ToString());
        RequireRunning(lab, volume.Cluster);
        return volume;
    }

    /// <summary>The node that a group is to go to: the one that is named, or the best.</summary>
    /// <exception cref="Engine.Requests.LabException">It cannot take the group, or none can.</exception>
    public static ClusterNode RequireTarget(LabState lab, ClusterGroup group, Key<ClusterNode>? key)
    {
        if (key is not { } named)
        {
            return Placement.Choose(lab, group, group.OwnerNode)
                ?? throw GroupErrors.NoNodeForGroup.For(group.Name, group.Name);
        }

        ClusterNode node = RequireNode(lab, named);
        if (node.Cluster != group.Cluster)
        {
            throw ClusterErrors.NoSuchNode.For(node.Name, node.Name);
        }

        if (group.OwnerNode == node.Key)
        {
            throw GroupErrors.OwnerAlready.For(group.Name, group.Name, node.Name);
        }

        if (!node.TakesGroups || !ClusterQueries.IsAlive(lab, node))
        {
            string state = node.Departure is null ? node.State.ToString() : "leaving";
            throw GroupErrors.NodeCannotTake.For(group.Name, node.Name, group.Name, state);
        }

        return Placement.CanTake(lab, group, node) ? node
            : !Placement.IsPossible(lab, group, node)
                ? throw GroupErrors.NodeNotPossible.For(group.Name, node.Name, group.Name)
            : throw GroupErrors.NodeReachesNoDisk.For(group.Name, node.Name, group.Name);
    }

    /// <summary>Refuses what a later release brought, on a cluster of an earlier one.</summary>
    /// <exception cref="Engine.Requests.LabException">The cluster's nodes run an earlier release.</exception>
    public static void DemandRelease(LabState lab, Cluster cluster, WindowsVersion needed, string what)
    {
        if (ClusterQueries.VersionOf(lab, cluster.Key) < needed)
        {
            ClusterNode first = ClusterQueries.NodesOf(lab, cluster.Key)[0];
            string runs = lab.Computers[first.Computer].Edition?.Name ?? "nothing";
            throw ClusterErrors.LaterRelease.For(cluster.Name, what, ReleaseName(needed), cluster.Name, runs);
        }
    }

    /// <summary>Refuses a name that another group of the cluster has.</summary>
    /// <exception cref="Engine.Requests.LabException">The name cannot be used.</exception>
    public static void DemandGroupName(LabState lab, Key<Cluster> cluster, string name)
    {
        if (!ClusterNames.IsObjectName(name))
        {
            throw ClusterErrors.ObjectNameNotUsable.For(name, name);
        }

        if (ClusterQueries.GroupsOf(lab, cluster).Any(group => ClusterNames.AreSame(group.Name, name)))
        {
            throw ClusterErrors.NameTaken.For(name, name);
        }
    }

    /// <summary>Refuses a name that another resource or shared volume of the cluster has.</summary>
    /// <exception cref="Engine.Requests.LabException">The name cannot be used.</exception>
    public static void DemandResourceName(LabState lab, Key<Cluster> cluster, string name)
    {
        if (!ClusterNames.IsObjectName(name))
        {
            throw ClusterErrors.ObjectNameNotUsable.For(name, name);
        }

        bool isTaken = lab.ClusterResources.Any(resource => lab.ClusterGroups[resource.Group].Cluster == cluster
            && ClusterNames.AreSame(resource.Name, name))
            || ClusterQueries.VolumesOf(lab, cluster).Any(volume => ClusterNames.AreSame(volume.Name, name));
        if (isTaken)
        {
            throw ClusterErrors.NameTaken.For(name, name);
        }
    }

    /// <summary>Refuses a live migration that cannot begin.</summary>
    /// <exception cref="Engine.Requests.LabException">It cannot.</exception>
    public static void DemandMigration(LabState lab, ClusterGroup group, ClusterNode target, VmMigrationType type)
    {
        if (type == VmMigrationType.Live)
        {
            IReadOnlyList<VirtualMachine> machines = ClusterQueries.MachinesOf(lab, group);
            if (machines.Count > 1)
            {
                throw GroupErrors.LiveMovesOne.For(
                    group.Name, group.Name, string.Join(", ", machines.Select(static vm => vm.Name)));
            }

            Migrations.Validate(lab, group.VM!.Value, target.Computer, MigrationKind.Live);
        }
    }

    private static string ReleaseName(WindowsVersion version) => version switch
    {
        WindowsVersion.W2012 => "Windows Server 2012",
        WindowsVersion.W2012R2 => "Windows Server 2012 R2",
        _ => "Windows Server 2016",
    };
}
