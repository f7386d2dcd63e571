using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>Chooses the node that takes a group.</summary>
internal static class Placement
{
    /// <summary>
    /// The first of the group's preferred owners that can take it; otherwise, of the nodes that can, the one with the
    /// fewest groups (ours).
    /// </summary>
    /// <param name="lab">The lab.</param>
    /// <param name="group">The group.</param>
    /// <param name="except">A node that is not meant; null for none.</param>
    /// <returns>The node; null where none can.</returns>
    public static ClusterNode? Choose(LabState lab, ClusterGroup group, Key<ClusterNode>? except = null) =>
        Candidates(lab, group, except).FirstOrDefault();

    /// <summary>All nodes that can take a group, the best first.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="group">The group.</param>
    /// <param name="except">A node that is not meant; null for none.</param>
    public static IEnumerable<ClusterNode> Candidates(
        LabState lab, ClusterGroup group, Key<ClusterNode>? except = null) =>
        ClusterQueries.LivingOf(lab, group.Cluster)
            .Where(node => node.Key != except && node.TakesGroups && CanTake(lab, group, node))
            .OrderBy(node => Preference(group, node))
            .ThenBy(node => ClusterQueries.LoadOf(lab, node.Key))
            .ThenBy(node => node.Number);

    /// <summary>Whether a node reaches every disk of a group.</summary>
    public static bool CanTake(LabState lab, ClusterGroup group, ClusterNode node)
    {
        foreach (ClusterResource resource in lab.ClusterResources)
        {
            if (resource.Group == group.Key && resource.Lun is { } lun
                && !StorageReach.CanReach(lab, node.Computer, lun))
            {
                return false;
            }
        }

        return true;
    }

    private static int Preference(ClusterGroup group, ClusterNode node)
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
}
