using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Gets the groups of clusters: the clustered roles, and the cluster's own groups.</summary>
/// <example>
/// <code>Get-LabClusterGroup</code>
/// Lists the groups with their owners and states.
/// </example>
/// <example>
/// <code>Get-LabClusterNode HVR2NODO2 | Get-LabClusterGroup</code>
/// Lists what HVR2NODO2 owns.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabClusterGroup")]
[OutputType(typeof(ClusterGroup))]
public sealed class GetLabClusterGroupCommand : ClusterReadingCmdlet<ClusterGroupView, ClusterGroup>
{
    /// <summary>The names. Without it, all. Wildcards are permitted.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NameCompleter<ClusterGroupView>))]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>The identifier of a virtual machine.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public Guid? VMId { get; set; }

    /// <inheritdoc/>
    private protected override string[]? Names => Name;

    /// <inheritdoc/>
    private protected override bool IsOf(ClusterGroupView view, object input) => input switch
    {
        ClusterNode node => view.OwnerNodeKey == node.Number,
        ClusterResource resource => view.Key == resource.OwnerGroup?.Number,
        VirtualMachine vm => view.VMKeys.Contains(vm.Number),
        _ => false,
    };

    /// <inheritdoc/>
    private protected override bool IsMeant(ClusterGroupView view) =>
        VMId is not { } id || view.VMIds.Contains(id);
}
