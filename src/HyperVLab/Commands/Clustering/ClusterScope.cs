using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Clustering;

/// <summary>Which cluster -Cluster and -InputObject mean.</summary>
internal static class ClusterScope
{
    /// <summary>What an input really is: objects come wrapped.</summary>
    public static object? Unwrap(PSObject? input) => input?.BaseObject;

    /// <summary>The one cluster that is meant: the one named, the one given, or the only one.</summary>
    /// <exception cref="LabException">There is none of that name, or several are possible.</exception>
    public static ClusterView One(LabHandle handle, string? name, PSObject? input)
    {
        object? given = Unwrap(input);
        int? key = given switch
        {
            Cluster cluster => cluster.Number,
            ClusterNode node => node.Cluster?.Number,
            _ => null,
        };
        if (key is { } number && handle.Lab.View<ClusterView>(number) is { } found)
        {
            return found;
        }

        if ((name ?? given as string) is { } named)
        {
            return ThingNames.FindOne<ClusterView>(handle, named);
        }

        IReadOnlyList<ClusterView> all = handle.Lab.Views<ClusterView>();
        return all.Count == 1
            ? all[0]
            : throw ClusterModuleErrors.ClusterNeeded.For(
                null, all.Count == 0 ? "none" : string.Join(", ", all.Select(static view => view.Name)));
    }

    /// <summary>Whether something belongs to the cluster of that name; to any, without a name.</summary>
    /// <exception cref="LabException">There is none of that name.</exception>
    public static Func<TView, bool> Within<TView>(LabHandle handle, string? name)
        where TView : class, IClusterPart
    {
        int? key = name is null ? null : ThingNames.FindOne<ClusterView>(handle, name).Key;
        return view => key is null || view.ClusterKey == key;
    }
}
