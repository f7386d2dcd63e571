using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Moves groups to another node: their resources go offline and come online there.</summary>
/// <remarks>
/// A virtual machine goes through its resource's OfflineAction: it is saved, moved and resumed unless that was
/// changed. Move-LabClusterVirtualMachineRole moves it while it runs.
/// </remarks>
/// <example>
/// <code>Move-LabClusterGroup 'Cluster Group'</code>
/// Moves the cluster's own group to the best other node.
/// </example>
/// <example>
/// <code>Move-LabClusterGroup web01 HVR2NODO1</code>
/// Moves web01 by quick migration.
/// </example>
[Cmdlet(VerbsCommon.Move, "LabClusterGroup", SupportsShouldProcess = true)]
[OutputType(typeof(ClusterGroup))]
public sealed class MoveLabClusterGroupCommand : ClusterWaitCmdlet<ClusterGroupView, ClusterGroup>
{
    /// <summary>The group's name.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(NameCompleter<ClusterGroupView>))]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The node to go to. Without it, the best.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(NameCompleter<ClusterNodeView>))]
    [ValidateNotNullOrEmpty]
    public string? Node { get; set; }

    /// <inheritdoc/>
    private protected override string[]? Names => Name is null ? null : [Name];

    /// <inheritdoc/>
    private protected override Func<ClusterGroupView, bool>? PartOf(object input) => 
        input is VirtualMachine vm ? view => view.VMKeys.Contains(vm.Number) : null;

    /// <inheritdoc/>
    private protected override LabRequest Request(ClusterGroup target) => new MoveClusterGroup
    {
        Group = target.Key,
        Node = ClusterInputs.Node(target.Handle, Node, target.Cluster!.Number),
    };
}
