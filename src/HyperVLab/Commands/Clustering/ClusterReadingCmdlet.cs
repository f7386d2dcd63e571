using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>A cmdlet that reads parts of clusters, by name or by what they belong to.</summary>
/// <typeparam name="TView">The parts' view.</typeparam>
/// <typeparam name="TObject">What it writes.</typeparam>
public abstract class ClusterReadingCmdlet<TView, TObject> : LabCmdlet
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

    /// <summary>The names that are given; null for all.</summary>
    private protected abstract string[]? Names { get; }

    /// <summary>Whether a part belongs to what was given as input, which is no cluster.</summary>
    private protected virtual bool IsOf(TView view, object input) => false;

    /// <summary>What else must hold of a part.</summary>
    private protected virtual bool IsMeant(TView view) => true;

    /// <inheritdoc/>
    private protected sealed override void Process()
    {
        Func<TView, bool> within = ClusterScope.Within<TView>(Handle, Cluster);
        object? input = ClusterScope.Unwrap(InputObject);
        WriteObject(
            Named<TView, TObject>(
                Names ?? (input is string name ? [name] : null),
                view => within(view) && IsMeant(view) && IsIn(view, input)),
            enumerateCollection: true);
    }

    private bool IsIn(TView view, object? input) => input switch
    {
        null or string => true,
        Cluster cluster => view.ClusterKey == cluster.Number,
        TObject same => view.Key == same.Number,
        _ => IsOf(view, input),
    };
}
