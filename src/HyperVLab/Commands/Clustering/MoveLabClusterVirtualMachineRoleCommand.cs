using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Moves clustered virtual machines to another node.</summary>
/// <remarks>
/// Live migration copies memory while the machine runs; quick migration saves it, moves it and resumes it. One live
/// migration at a time goes on for each host: another one fails because the resource is in use.
/// </remarks>
/// <example>
/// <code>Move-LabClusterVirtualMachineRole web01 HVR2NODO1</code>
/// Moves web01 to HVR2NODO1: live where it runs.
/// </example>
/// <example>
/// <code>Move-LabClusterVirtualMachineRole web01 -MigrationType Quick</code>
/// Moves web01 by quick migration to the best node.
/// </example>
[Cmdlet(VerbsCommon.Move, "LabClusterVirtualMachineRole", SupportsShouldProcess = true)]
[OutputType(typeof(ClusterGroup))]
public sealed class MoveLabClusterVirtualMachineRoleCommand : ClusterWaitCmdlet<ClusterGroupView, ClusterGroup>
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

    /// <summary>How it moves. Without it, live where it runs and quick otherwise.</summary>
    [Parameter]
    public Engine.Clustering.VmMigrationType? MigrationType { get; set; }

    /// <inheritdoc/>
    private protected override string[]? Names => Name is null ? null : [Name];

    /// <inheritdoc/>
    private protected override Func<ClusterGroupView, bool>? PartOf(object input) => 
        input is VirtualMachine vm ? view => view.VMKeys.Contains(vm.Number) : null;

    /// <inheritdoc/>
    private protected override LabRequest Request(ClusterGroup target) => new MoveClusterVirtualMachineRole
    {
        Group = target.Key,
        Node = ClusterInputs.Node(target.Handle, Node, target.Cluster!.Number),
        MigrationType = MigrationType,
    };
}
