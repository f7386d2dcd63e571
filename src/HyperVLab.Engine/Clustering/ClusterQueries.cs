using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>Finding a cluster's parts, and asking how it stands.</summary>
internal static class ClusterQueries
{
    /// <summary>Its nodes, up or not.</summary>
    public static IReadOnlyList<ClusterNode> NodesOf(LabState lab, Key<Cluster> cluster) =>
        lab.NodesByCluster.Of(cluster);

    /// <summary>Its members as it sees them.</summary>
    public static IReadOnlyList<ClusterNode> MembersOf(LabState lab, Key<Cluster> cluster) =>
        [.. NodesOf(lab, cluster).Where(static node => node.IsMember)];

    /// <summary>Its members whose cluster service runs in truth.</summary>
    public static IReadOnlyList<ClusterNode> LivingOf(LabState lab, Key<Cluster> cluster) =>
        [.. NodesOf(lab, cluster).Where(node => node.IsMember && IsAlive(lab, node))];

    /// <summary>Whether a node's cluster service runs in truth.</summary>
    public static bool IsAlive(LabState lab, ClusterNode node) =>
        node.IsServiceRunning && lab.Computers[node.Computer].IsAnswering;

    /// <summary>Whether a cluster serves anybody: it has living members.</summary>
    public static bool IsRunning(LabState lab, Key<Cluster> cluster)
    {
        foreach (ClusterNode node in NodesOf(lab, cluster))
        {
            if (node.IsMember && IsAlive(lab, node))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The node that a computer is; null where it is none.</summary>
    public static ClusterNode? NodeOf(LabState lab, Key<PhysicalComputer> computer) =>
        lab.NodesByComputer.Of(computer) is [{ } node, ..] ? node : null;

    /// <summary>Its groups.</summary>
    public static IReadOnlyList<ClusterGroup> GroupsOf(LabState lab, Key<Cluster> cluster) =>
        lab.GroupsByCluster.Of(cluster);

    /// <summary>Its group of a kind of which it has one.</summary>
    public static ClusterGroup CoreGroupOf(LabState lab, Key<Cluster> cluster, GroupType type) =>
        GroupsOf(lab, cluster).First(group => group.GroupType == type);

    /// <summary>The resources of a group, those that others depend on first.</summary>
    public static IReadOnlyList<ClusterResource> ResourcesOf(LabState lab, Key<ClusterGroup> group)
    {
        IReadOnlyList<ClusterResource> all = lab.ResourcesByGroup.Of(group);
        if (IsOrdered(all))
        {
            return all;
        }

        List<ClusterResource> waiting = [.. all];
        List<ClusterResource> ordered = [];
        while (waiting.Count > 0)
        {
            int next = waiting.FindIndex(one => !waiting.Exists(other => one.DependsOn.Contains(other.Key)));
            ordered.Add(waiting[Math.Max(next, 0)]);
            waiting.RemoveAt(Math.Max(next, 0));
        }

        return ordered;
    }

    /// <summary>Its shared volumes.</summary>
    public static IReadOnlyList<ClusterSharedVolume> VolumesOf(LabState lab, Key<Cluster> cluster) =>
        [.. lab.ClusterSharedVolumes.Where(volume => volume.Cluster == cluster)];

    /// <summary>The group that keeps a virtual machine; null where none does.</summary>
    public static ClusterGroup? GroupOf(LabState lab, Key<VirtualMachine> vm) =>
        MachineOf(lab, vm) is { } machine ? lab.ClusterGroups[machine.Group] : null;

    /// <summary>The resource that runs a virtual machine; null where none does.</summary>
    public static ClusterResource? MachineOf(LabState lab, Key<VirtualMachine> vm) =>
        lab.MachinesByVM.Of(vm) is [{ } machine, ..] ? machine : null;

    /// <summary>
    /// The virtual machines of a group, the first one first: more than one where they share a disk that moves with it.
    /// </summary>
    public static IReadOnlyList<VirtualMachine> MachinesOf(LabState lab, ClusterGroup group)
    {
        List<VirtualMachine> found = [];
        foreach (ClusterResource resource in lab.ResourcesByGroup.Of(group.Key))
        {
            if (resource.ResourceType == ClusterResourceType.VirtualMachine
                && lab.VirtualMachines.Find(resource.VM) is { } vm)
            {
                found.Add(vm);
            }
        }

        return found;
    }

    /// <summary>The state of a group, which its resources make.</summary>
    public static ClusterGroupState StateOf(LabState lab, ClusterGroup group)
    {
        if (lab.ClusterGroupOperations.Find(group.Operation) is { Kind: not GroupOperationKind.LiveMigration })
        {
            return ClusterGroupState.Pending;
        }

        (int online, int failed, int all) = (0, 0, 0);
        foreach (ClusterResource resource in lab.ResourcesByGroup.Of(group.Key))
        {
            all++;
            online += resource.State == ClusterResourceState.Online ? 1 : 0;
            failed += resource.State == ClusterResourceState.Failed ? 1 : 0;
            if (resource.IsPending)
            {
                return ClusterGroupState.Pending;
            }
        }

        return failed > 0 ? ClusterGroupState.Failed
            : online == 0 ? ClusterGroupState.Offline
            : online == all ? ClusterGroupState.Online : ClusterGroupState.PartialOnline;
    }

    /// <summary>The release of the oldest system among a cluster's nodes: what it can do.</summary>
    public static WindowsVersion VersionOf(LabState lab, Key<Cluster> cluster) =>
        NodesOf(lab, cluster).Min(node => lab.Computers[node.Computer].Edition?.Version ?? WindowsVersion.W2008R2);

    /// <summary>Whether the votes that live now make quorum; the witness votes with whoever reaches it.</summary>
    public static bool HasQuorum(LabState lab, Cluster cluster, IReadOnlyList<ClusterNode> present) =>
        Votes.AreEnough(lab, cluster, present, Witness.IsReachedBy(lab, cluster, present));

    // Whether each stands behind all on which it depends.
    private static bool IsOrdered(IReadOnlyList<ClusterResource> resources)
    {
        for (int index = 0; index < resources.Count; index++)
        {
            for (int later = index; later < resources.Count; later++)
            {
                if (resources[index].DependsOn.Count > 0 && resources[index].DependsOn.Contains(resources[later].Key))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
