using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>Chooses the node that takes a group.</summary>
internal static class Placement
{
    /// <summary>
    /// The first of the group's preferred owners that can take it; otherwise, of the nodes that can, the one with the
    /// fewest groups (ours). A node with a group from which it is to be kept apart comes after all others
    /// (AntiAffinityClassNames), and nodes with too little left for its machine come last.
    /// </summary>
    /// <param name="lab">The lab.</param>
    /// <param name="group">The group.</param>
    /// <param name="except">A node that is not meant; null for none.</param>
    /// <returns>The node; null where none can.</returns>
    public static ClusterNode? Choose(LabState lab, ClusterGroup group, Key<ClusterNode>? except = null) =>
        Candidates(lab, group, except) is [{ } best, ..] ? best : null;

    /// <summary>All nodes that can take a group, the best first.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="group">The group.</param>
    /// <param name="except">A node that is not meant; null for none.</param>
    public static IReadOnlyList<ClusterNode> Candidates(
        LabState lab, ClusterGroup group, Key<ClusterNode>? except = null) =>
        Sorted(lab, group, Able(lab, group, except), node => Preference(group, node));

    /// <summary>
    /// The node after a group's owner, to which it fails over when it failed there: the preferred owners and then all
    /// others, round and round, so that every node is tried before one is tried again ("Preferred Owners in a Cluster",
    /// Microsoft, 2008); null where none can take it.
    /// </summary>
    public static ClusterNode? Next(LabState lab, ClusterGroup group)
    {
        List<Key<ClusterNode>> round = [.. group.PreferredOwners
            .Union(ClusterQueries.NodesOf(lab, group.Cluster).Select(static node => node.Key))];
        int owner = round.IndexOf(group.OwnerNode);
        int StepsTo(ClusterNode node) => (round.IndexOf(node.Key) - owner + round.Count) % round.Count;
        return Sorted(lab, group, Able(lab, group, group.OwnerNode), StepsTo) is [{ } next, ..] ? next : null;
    }

    /// <summary>
    /// Whether a node is a possible owner of all of a group and reaches each of its disks. Of a group of the cluster's
    /// own, whose disks have nothing to do with each other, none reaches more of them.
    /// </summary>
    public static bool CanTake(LabState lab, ClusterGroup group, ClusterNode node)
    {
        if (!IsPossible(lab, group, node))
        {
            return false;
        }

        int missing = UnreachedBy(lab, group, node);
        return missing == 0 || (group.IsCoreGroup && !ClusterQueries.LivingOf(lab, group.Cluster).Any(
            other => other.TakesGroups && IsPossible(lab, group, other) && UnreachedBy(lab, group, other) < missing));
    }

    /// <summary>
    /// Whether a node has what the virtual machines of a group take, beside those that are on their way to it, or gives
    /// them that already.
    /// </summary>
    public static bool HasRoom(LabState lab, ClusterGroup group, ClusterNode node)
    {
        PhysicalComputer computer = lab.Computers[node.Computer];
        long bytes = 0;
        foreach (VirtualMachine vm in ClusterQueries.MachinesOf(lab, group))
        {
            if (!(vm.HoldsResources && vm.Computer == node.Computer))
            {
                bytes += vm.MemoryStartupBytes;
                if (HostCapacity.Refusal(lab, vm, computer) is not null)
                {
                    return false;
                }
            }
        }

        return bytes == 0 || bytes + ComingTo(lab, node, group) <= computer.MemoryAvailableBytes;
    }

    // The memory of machines that are not on the node yet and are about to come online there.
    private static long ComingTo(LabState lab, ClusterNode node, ClusterGroup but)
    {
        long bytes = 0;
        foreach (ClusterGroupOperation operation in lab.ClusterGroupOperations)
        {
            bool counts = operation.Target == node.Key && operation.Group != but.Key
                && operation.Kind is not (GroupOperationKind.TakeOffline or GroupOperationKind.LiveMigration);
            bytes += counts ? ToStartOn(lab, node, lab.ClusterGroups[operation.Group]) : 0;
        }

        return bytes;
    }

    private static long ToStartOn(LabState lab, ClusterNode node, ClusterGroup group) =>
        ClusterQueries.MachinesOf(lab, group)
            .Where(vm => !(vm.HoldsResources && vm.Computer == node.Computer))
            .Sum(static vm => vm.MemoryStartupBytes);

    /// <summary>Whether a node may own all of a group, reached or not.</summary>
    public static bool IsPossible(LabState lab, ClusterGroup group, ClusterNode node) =>
        lab.ResourcesByGroup.Of(group.Key).All(resource => IsPossible(resource, node));

    /// <summary>
    /// How much a group prefers a node: 0 the most; the greatest number for one that is not on its list.
    /// </summary>
    public static int Preference(ClusterGroup group, ClusterNode node)
    {
        for (int index = 0; index < group.PreferredOwners.Count; index++)
        {
            if (group.PreferredOwners[index] == node.Key)
            {
                return index;
            }
        }

        return int.MaxValue;
    }

    /// <summary>What keeps each node from taking a group, for people.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="group">The group.</param>
    /// <param name="except">A node that is not meant; null for none.</param>
    public static string Describe(LabState lab, ClusterGroup group, Key<ClusterNode>? except = null)
    {
        string names = string.Join(
            ", ",
            ClusterQueries.NodesOf(lab, group.Cluster)
                .Where(node => node.Key != except)
                .Select(node => $"{node.Name} {ReasonOf(lab, group, node)}"));
        return names.Length == 0 ? "there is no other node" : names;
    }

    private static List<ClusterNode> Able(LabState lab, ClusterGroup group, Key<ClusterNode>? except) =>
        [.. ClusterQueries.LivingOf(lab, group.Cluster)
            .Where(node => node.Key != except && node.TakesGroups && CanTake(lab, group, node))];

    private static List<ClusterNode> Sorted(
        LabState lab, ClusterGroup group, List<ClusterNode> nodes, Func<ClusterNode, int> preference)
    {
        if (nodes.Count < 2)
        {
            return nodes;
        }

        var loads = new int[nodes.Count];
        var conflicts = new int[nodes.Count];
        var places = new Dictionary<Key<ClusterNode>, int>(nodes.Count);
        for (int place = 0; place < nodes.Count; place++)
        {
            places.Add(nodes[place].Key, place);
        }

        foreach (ClusterGroup other in ClusterQueries.GroupsOf(lab, group.Cluster))
        {
            bool counts = !other.IsCoreGroup && other != group;
            if (counts && places.TryGetValue(other.OwnerNode, out int index))
            {
                loads[index]++;
                conflicts[index] = AreKeptApart(group, other) ? 1 : conflicts[index];
            }
        }

        return [.. Enumerable.Range(0, nodes.Count)
            .OrderBy(index => HasRoom(lab, group, nodes[index]) ? 0 : 1)
            .ThenBy(index => conflicts[index])
            .ThenBy(index => preference(nodes[index]))
            .ThenBy(index => loads[index])
            .ThenBy(index => nodes[index].Number)
            .Select(index => nodes[index])];
    }

    private static string ReasonOf(LabState lab, ClusterGroup group, ClusterNode node) =>
        !node.IsMember || !ClusterQueries.IsAlive(lab, node) ? "is down"
        : node.IsPaused ? "is paused"
        : !node.TakesGroups ? "is leaving"
        : CanTake(lab, group, node) ? "could"
        : !IsPossible(lab, group, node) ? "is no possible owner"
        : "has no path to its disks";

    private static int UnreachedBy(LabState lab, ClusterGroup group, ClusterNode node)
    {
        int count = 0;
        foreach (ClusterResource resource in lab.ResourcesByGroup.Of(group.Key))
        {
            count += resource.Lun is { } lun && !StorageReach.CanReach(lab, node.Computer, lun) ? 1 : 0;
        }

        return count;
    }

    private static bool IsPossible(ClusterResource resource, ClusterNode node) =>
        resource.PossibleOwners.Count == 0 || resource.PossibleOwners.Contains(node.Key);

    private static bool AreKeptApart(ClusterGroup group, ClusterGroup other)
    {
        foreach (string name in group.AntiAffinityClassNames)
        {
            if (other.AntiAffinityClassNames.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
