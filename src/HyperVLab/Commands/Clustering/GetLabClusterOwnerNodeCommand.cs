using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Gets the nodes that a group prefers, the best first.</summary>
/// <example>
/// <code>Get-LabClusterOwnerNode -Group web01</code>
/// Shows the preferred owners of web01.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabClusterOwnerNode")]
[OutputType(typeof(ClusterOwnerNodeList))]
public sealed class GetLabClusterOwnerNodeCommand : LabCmdlet
{
    /// <summary>The group's name.</summary>
    [Parameter(Mandatory = true)]
    [ArgumentCompleter(typeof(NameCompleter<ClusterGroupView>))]
    [ValidateNotNullOrEmpty]
    public string Group { get; set; } = null!;

    /// <summary>The cluster, by name. Without it, the only one of the lab.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<ClusterView>))]
    [ValidateNotNullOrEmpty]
    public string? Cluster { get; set; }

    /// <inheritdoc/>
    private protected override void Process() => WriteObject(
        Named<ClusterGroupView, ClusterGroup>([Group], ClusterScope.Within<ClusterGroupView>(Handle, Cluster))
            .Select(group => new ClusterOwnerNodeList(group)),
        enumerateCollection: true);
}
