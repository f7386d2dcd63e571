using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Gets the nodes of clusters.</summary>
/// <remarks>
/// A node that lost its power is shown as up until the others miss its heartbeats.
/// </remarks>
/// <example>
/// <code>Get-LabClusterNode</code>
/// Lists the nodes with their states.
/// </example>
/// <example>
/// <code>Get-LabClusterGroup web01 | Get-LabClusterNode</code>
/// Gets the node that owns the group web01.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabClusterNode")]
[OutputType(typeof(ClusterNode))]
public sealed class GetLabClusterNodeCommand : ClusterReadingCmdlet<ClusterNodeView, ClusterNode>
{
    /// <summary>The names. Without it, all. Wildcards are permitted.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NameCompleter<ClusterNodeView>))]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    private protected override string[]? Names => Name;

    /// <inheritdoc/>
    private protected override bool IsOf(ClusterNodeView view, object input) => input switch
    {
        ClusterGroup group => view.Key == group.OwnerNode?.Number,
        ClusterSharedVolume volume => view.Key == volume.OwnerNode?.Number,
        _ => false,
    };
}
