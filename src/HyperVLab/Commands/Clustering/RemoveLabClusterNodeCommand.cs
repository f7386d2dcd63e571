using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Takes nodes out of their cluster; what they own moves first.</summary>
/// <example>
/// <code>Remove-LabClusterNode HVR2NODO3</code>
/// Takes HVR2NODO3 out.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabClusterNode", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveLabClusterNodeCommand : ClusterWaitCmdlet<ClusterNodeView, ClusterNode>
{
    /// <summary>The names. Wildcards are permitted.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NameCompleter<ClusterNodeView>))]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    private protected override string[]? Names => Name;

    /// <inheritdoc/>
    private protected override bool WritesTarget => false;

    /// <inheritdoc/>
    private protected override LabRequest Request(ClusterNode target) => new RemoveClusterNode { Node = target.Key };
}
