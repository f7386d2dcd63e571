using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Gets the nodes that a group prefers, the best first, or those that can own a resource.</summary>
/// <example>
/// <code>Get-LabClusterOwnerNode -Group web01</code>
/// Shows the preferred owners of web01.
/// </example>
/// <example>
/// <code>Get-LabClusterResource | Get-LabClusterOwnerNode</code>
/// Shows the possible owners of every resource.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabClusterOwnerNode")]
[OutputType(typeof(ClusterOwnerNodeList))]
public sealed class GetLabClusterOwnerNodeCommand : LabCmdlet
{
    /// <summary>The resource's name: its possible owners are got.</summary>
    [Parameter]
    [Alias("Res")]
    [ArgumentCompleter(typeof(NameCompleter<ClusterResourceView>))]
    [ValidateNotNullOrEmpty]
    public string? Resource { get; set; }

    /// <summary>The group's name: its preferred owners are got.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<ClusterGroupView>))]
    [ValidateNotNullOrEmpty]
    public string? Group { get; set; }

    /// <summary>A group or resource.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject? InputObject { get; set; }

    /// <summary>The cluster, by name. Without it, the only one of the lab.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<ClusterView>))]
    [ValidateNotNullOrEmpty]
    public string? Cluster { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        (ClusterGroup? group, ClusterResource? resource) = ClusterInputs.Owned(
            Handle, Group, Resource, InputObject, Cluster);
        WriteObject(resource is null ? new ClusterOwnerNodeList(group!) : new ClusterOwnerNodeList(resource));
    }
}
