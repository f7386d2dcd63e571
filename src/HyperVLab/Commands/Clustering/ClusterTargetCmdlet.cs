using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>A cmdlet that changes parts of clusters, given by name or as objects.</summary>
/// <typeparam name="TView">The parts' view.</typeparam>
/// <typeparam name="TObject">What it changes.</typeparam>
public abstract class ClusterTargetCmdlet<TView, TObject> : LabTargetCmdlet<TObject>
    where TView : class, IClusterPart
    where TObject : LabObject
{
    /// <summary>The cluster, by name. Without it, every cluster of the lab.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<ClusterView>))]
    [ValidateNotNullOrEmpty]
    public string? Cluster { get; set; }

    /// <summary>
    /// What the cluster cmdlets write, such as a cluster, a node or a group: the cmdlet takes what belongs to it.
    /// </summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject? InputObject { get; set; }

    /// <summary>The names that are given; null for none.</summary>
    private protected abstract string[]? Names { get; }

    /// <inheritdoc/>
    private protected override bool WritesTarget => true;

    /// <summary>The one that belongs to what was given as input; null where none does.</summary>
    private protected virtual Func<TView, bool>? PartOf(object input) => null;

    /// <inheritdoc/>
    private protected sealed override IEnumerable<TObject> Targets()
    {
        object? input = ClusterScope.Unwrap(InputObject);
        Func<TView, bool> within = ClusterScope.Within<TView>(Handle, Cluster);
        return input switch
        {
            TObject given => [given],
            string name => Named<TView, TObject>([name], within),
            Cluster cluster when Names is not null =>
                Named<TView, TObject>(Names, view => within(view) && view.ClusterKey == cluster.Number),
            null when Names is not null => Named<TView, TObject>(Names, within),
            null => throw ClusterModuleErrors.NameNeeded.For(null),
            _ when PartOf(input) is { } isPart => Named<TView, TObject>(Names, view => within(view) && isPart(view)),
            _ => throw ClusterModuleErrors.InputNotUsable.For(input.ToString(), input.ToString() ?? string.Empty),
        };
    }
}
