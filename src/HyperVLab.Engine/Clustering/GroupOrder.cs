using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>Which resource of a group goes next.</summary>
internal static class GroupOrder
{
    /// <summary>The next to go offline: whatever depends on another goes before it. Null when none is left.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="group">The group.</param>
    /// <param name="only">The one that is meant, with all that depends on it; null for all.</param>
    public static ClusterResource? NextOffline(LabState lab, ClusterGroup group, Key<ClusterResource>? only)
    {
        IReadOnlyList<ClusterResource> ordered = ClusterQueries.ResourcesOf(lab, group.Key);
        HashSet<Key<ClusterResource>> meant = [];
        foreach (ClusterResource resource in ordered)
        {
            if (only is null || resource.Key == only || resource.DependsOn.Any(meant.Contains))
            {
                meant.Add(resource.Key);
            }
        }

        return ordered.LastOrDefault(resource => meant.Contains(resource.Key) && !resource.IsDown);
    }

    /// <summary>The next to come online: whatever others depend on comes before them. Null when none is left.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="group">The group.</param>
    /// <param name="only">
    /// The one that is meant, with all on which it depends; null for all that are to be online.
    /// </param>
    public static ClusterResource? NextOnline(LabState lab, ClusterGroup group, Key<ClusterResource>? only)
    {
        IReadOnlyList<ClusterResource> ordered = ClusterQueries.ResourcesOf(lab, group.Key);
        HashSet<Key<ClusterResource>> needed = [];
        foreach (ClusterResource resource in ordered.Reverse())
        {
            if (only is { } one ? resource.Key == one || needed.Contains(resource.Key) : resource.PersistentState)
            {
                needed.Add(resource.Key);
                needed.UnionWith(resource.DependsOn);
            }
        }

        return ordered.FirstOrDefault(resource =>
            needed.Contains(resource.Key) && resource.State == ClusterResourceState.Offline
            && resource.DependsOn.All(other => lab.ClusterResources[other].State == ClusterResourceState.Online));
    }
}
