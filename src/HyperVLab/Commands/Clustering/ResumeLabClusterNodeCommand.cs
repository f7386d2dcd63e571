using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Lets paused nodes take groups again.</summary>
/// <example>
/// <code>Resume-LabClusterNode HVR2NODO2</code>
/// Resumes HVR2NODO2.
/// </example>
[Cmdlet(VerbsLifecycle.Resume, "LabClusterNode", SupportsShouldProcess = true)]
[OutputType(typeof(ClusterNode))]
public sealed class ResumeLabClusterNodeCommand : ClusterTargetCmdlet<ClusterNodeView, ClusterNode>
{
    /// <summary>The names. Wildcards are permitted.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NameCompleter<ClusterNodeView>))]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    private protected override string[]? Names => Name;

    /// <inheritdoc/>
    private protected override LabRequest Request(ClusterNode target) => new ResumeClusterNode { Node = target.Key };
}
