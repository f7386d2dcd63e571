using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Commands.Clustering;

/// <summary>Says which nodes a group prefers, the best first.</summary>
/// <example>
/// <code>Set-LabClusterOwnerNode -Group web01 HVR2NODO1, HVR2NODO2</code>
/// Lets web01 fail over to HVR2NODO1 where it can.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabClusterOwnerNode", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class SetLabClusterOwnerNodeCommand : LabRequestCmdlet
{
    /// <summary>The group's name.</summary>
    [Parameter(Mandatory = true)]
    [ArgumentCompleter(typeof(NameCompleter<ClusterGroupView>))]
    [ValidateNotNullOrEmpty]
    public string Group { get; set; } = null!;

    /// <summary>The nodes' names.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromRemainingArguments = true)]
    [ArgumentCompleter(typeof(NameCompleter<ClusterNodeView>))]
    [ValidateNotNullOrEmpty]
    public string[] Owners { get; set; } = [];

    /// <summary>The cluster, by name. Without it, the only one of the lab.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<ClusterView>))]
    [ValidateNotNullOrEmpty]
    public string? Cluster { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => Group;

    /// <inheritdoc/>
    private protected override bool WritesResult => false;

    /// <inheritdoc/>
    private protected override LabRequest Request()
    {
        ClusterGroupView group = ThingNames.FindOne(
            Handle, Group, ClusterScope.Within<ClusterGroupView>(Handle, Cluster));
        return new SetClusterOwnerNode
        {
            Group = new(group.Key),
            Owners = [.. Owners.Select(name => ClusterInputs.Node(Handle, name, group.ClusterKey)!.Value)],
        };
    }
}
