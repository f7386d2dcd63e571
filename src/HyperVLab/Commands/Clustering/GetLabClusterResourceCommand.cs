using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Gets the resources of clusters.</summary>
/// <remarks>
/// A disk that became a cluster shared volume is none of them: Get-LabClusterSharedVolume lists those.
/// </remarks>
/// <example>
/// <code>Get-LabClusterResource</code>
/// Lists the resources.
/// </example>
/// <example>
/// <code>Get-LabClusterGroup web01 | Get-LabClusterResource</code>
/// Lists the resources of the group web01.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabClusterResource")]
[OutputType(typeof(ClusterResource))]
public sealed class GetLabClusterResourceCommand : ClusterReadingCmdlet<ClusterResourceView, ClusterResource>
{
    /// <summary>The names. Without it, all. Wildcards are permitted.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NameCompleter<ClusterResourceView>))]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>The identifier of a virtual machine.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public Guid? VMId { get; set; }

    /// <inheritdoc/>
    private protected override string[]? Names => Name;

    /// <inheritdoc/>
    private protected override bool IsOf(ClusterResourceView view, object input) => input switch
    {
        ClusterGroup group => view.OwnerGroupKey == group.Number,
        ClusterNode node => view.OwnerNodeKey == node.Number,
        VirtualMachine vm => view.VMKey == vm.Number,
        _ => false,
    };

    /// <inheritdoc/>
    private protected override bool IsMeant(ClusterResourceView view) =>
        VMId is null || view.VMId == VMId || ClusterScope.Unwrap(InputObject) is ClusterGroup;
}
