using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Pauses nodes: they stay members and take no more groups.</summary>
/// <remarks>
/// Draining a node (-Drain) came with Windows Server 2012; on 2008 R2 a node is paused, and its roles are moved one
/// by one.
/// </remarks>
/// <example>
/// <code>Suspend-LabClusterNode HVR2NODO2</code>
/// Pauses HVR2NODO2.
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

    /// <inheritdoc/>
    private protected override string[]? Names => Name;

    /// <inheritdoc/>
    private protected override LabRequest Request(ClusterNode target) =>
        new SuspendClusterNode { Node = target.Key, Drain = Drain };
}
