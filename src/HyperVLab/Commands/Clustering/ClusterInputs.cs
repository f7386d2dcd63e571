using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Clustering;

/// <summary>What the pipeline gives to cluster cmdlets.</summary>
internal static class ClusterInputs
{
    /// <summary>The resources that an input means: itself, by name, or those of a group.</summary>
    /// <exception cref="LabException">It means none.</exception>
    public static IReadOnlyList<ClusterResource> Resources(LabHandle handle, PSObject input, string? cluster) =>
        ClusterScope.Unwrap(input) switch
        {
            ClusterResource resource => [resource],
            ClusterGroup group => [.. handle.Lab.Views<ClusterResourceView>()
                .Where(view => view.OwnerGroupKey == group.Number)
                .Select(view => LabObjects.Of<ClusterResource>(handle, view))],
            string name => [LabObjects.Of<ClusterResource>(
                handle, ThingNames.FindOne(handle, name, ClusterScope.Within<ClusterResourceView>(handle, cluster)))],
            { } other => throw ClusterModuleErrors.InputNotUsable.For(
                other.ToString(), other.ToString() ?? string.Empty),
            null => throw ClusterModuleErrors.NameNeeded.For(null),
        };

    /// <summary>The one group or resource whose owners are meant: by name, or as the pipeline gives it.</summary>
    /// <exception cref="LabException">Both or none is given, or there is none of that name.</exception>
    public static (ClusterGroup? Group, ClusterResource? Resource) Owned(
        LabHandle handle, string? group, string? resource, PSObject? input, string? cluster)
    {
        object? given = ClusterScope.Unwrap(input);
        int count = (group is null ? 0 : 1) + (resource is null ? 0 : 1) + (given is null ? 0 : 1);
        if (count != 1 || (given is not null and not (ClusterGroup or ClusterResource)))
        {
            throw ClusterModuleErrors.GroupOrResourceNeeded.For(null);
        }

        return (
            given as ClusterGroup ?? (group is null ? null : LabObjects.Of<ClusterGroup>(
                handle, ThingNames.FindOne(handle, group, ClusterScope.Within<ClusterGroupView>(handle, cluster)))),
            given as ClusterResource ?? (resource is null ? null : LabObjects.Of<ClusterResource>(
                handle,
                ThingNames.FindOne(handle, resource, ClusterScope.Within<ClusterResourceView>(handle, cluster)))));
    }

    /// <summary>The node of a name in a cluster; null without a name.</summary>
    /// <exception cref="LabException">There is none.</exception>
    public static Simulation.Key<Engine.Clustering.ClusterNode>? Node(LabHandle handle, string? name, int clusterKey) =>
        name is null
            ? null
            : new(ThingNames.FindOne<ClusterNodeView>(handle, name, view => view.ClusterKey == clusterKey).Key);
}
