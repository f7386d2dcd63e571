using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Says which nodes a group prefers, the best first, or which nodes can own a resource.</summary>
/// <remarks>
/// A group fails over to the first of its preferred owners that can take it, and to another one where none of them can.
/// A node that is no possible owner of each of its resources never takes it.
/// </remarks>
/// <example>
/// <code>Set-LabClusterOwnerNode -Group web01 HVR2NODO1, HVR2NODO2</code>
/// Lets web01 fail over to HVR2NODO1 where it can.
/// </example>
/// <example>
/// <code>Set-LabClusterOwnerNode -Resource 'Virtual Machine web01' HVR2NODO1</code>
/// Keeps web01 on HVR2NODO1 for ever.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabClusterOwnerNode", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class SetLabClusterOwnerNodeCommand : LabRequestCmdlet
{
    /// <summary>The resource's name: only the nodes can own it.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<ClusterResourceView>))]
    [ValidateNotNullOrEmpty]
    public string? Resource { get; set; }

    /// <summary>The group's name: it prefers the nodes.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<ClusterGroupView>))]
    [ValidateNotNullOrEmpty]
    public string? Group { get; set; }

    /// <summary>The nodes' names; none for no preference, or for every node.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromRemainingArguments = true)]
    [ArgumentCompleter(typeof(NameCompleter<ClusterNodeView>))]
    [AllowEmptyCollection]
    [ValidateNotNull]
    public string[] Owners { get; set; } = [];

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
    private protected override string TargetName =>
        Resource ?? Group ?? ClusterScope.Unwrap(InputObject)?.ToString() ?? string.Empty;

    /// <inheritdoc/>
    private protected override bool WritesResult => false;

    /// <inheritdoc/>
    private protected override LabRequest Request()
    {
        (ClusterGroup? group, ClusterResource? resource) = ClusterInputs.Owned(
            Handle, Group, Resource, InputObject, Cluster);
        int cluster = (group?.Cluster ?? resource?.Cluster)!.Number;
        return new SetClusterOwnerNode
        {
            Group = group?.Key,
            Resource = resource?.Key,
            Owners = [.. Owners.Select(name => ClusterInputs.Node(Handle, name, cluster)!.Value)],
        };
    }
}
