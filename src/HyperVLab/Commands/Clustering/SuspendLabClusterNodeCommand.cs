using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Pauses nodes: they stay members and take no more groups.</summary>
/// <remarks>
/// With -Drain what the node owns moves away: virtual machines of high and medium priority live, others saved and
/// resumed, then the other roles, the cluster's own groups and the ownership of shared volumes. The cmdlet returns at
/// once unless -Wait is given; Get-LabClusterNode shows the DrainStatus. Draining came with Windows Server 2012; on
/// 2008 R2 a node is paused, and its roles are moved one by one.
/// </remarks>
/// <example>
/// <code>Suspend-LabClusterNode HVR2NODO2</code>
/// Pauses HVR2NODO2.
/// </example>
/// <example>
/// <code>Suspend-LabClusterNode NODE1 -Drain -Wait</code>
/// Pauses NODE1, moves everything away from it, and returns when that has ended.
/// </example>
[Cmdlet(VerbsLifecycle.Suspend, "LabClusterNode", SupportsShouldProcess = true)]
[OutputType(typeof(ClusterNode))]
public sealed class SuspendLabClusterNodeCommand : ClusterTargetCmdlet<ClusterNodeView, ClusterNode>
{
    /// <summary>The names. Wildcards are permitted.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NameCompleter<ClusterNodeView>))]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>Moves its roles away too: from Windows Server 2012 on.</summary>
    [Parameter]
    public SwitchParameter Drain { get; set; }

    /// <summary>Stops and moves even what cannot be moved as it should; it may fail where it comes to.</summary>
    [Parameter]
    public SwitchParameter ForceDrain { get; set; }

    /// <summary>Waits until the drain has ended.</summary>
    [Parameter]
    public new SwitchParameter Wait { get; set; }

    /// <summary>The node to which everything is drained. Without it, the best node for each role.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(NameCompleter<ClusterNodeView>))]
    [ValidateNotNullOrEmpty]
    public string? TargetNode { get; set; }

    /// <inheritdoc/>
    private protected override TimeSpan? WaitLimit => Wait ? null : TimeSpan.Zero;

    /// <inheritdoc/>
    private protected override string[]? Names => Name;

    /// <inheritdoc/>
    private protected override LabRequest Request(ClusterNode target) =>
        new SuspendClusterNode
        {
            Node = target.Key,
            Drain = Drain,
            ForceDrain = ForceDrain,
            TargetNode = ClusterInputs.Node(target.Handle, TargetNode, target.Cluster!.Number),
        };
}
