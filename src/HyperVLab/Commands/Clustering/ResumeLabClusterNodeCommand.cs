using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Requests;
using ClusterNode = HyperVLab.Objects.ClusterNode;

namespace HyperVLab.Commands.Clustering;

/// <summary>Lets paused nodes take groups again.</summary>
/// <remarks>
/// What was drained from a node comes back as -Failback says: nothing (NoFailback, the default), everything at once
/// (Immediate), or what its group's AutoFailbackType and failback window allow (Policy). The cmdlet returns at once;
/// Get-LabClusterNode shows the FailbackStatus. Resuming a node that is being drained ends the drain.
/// </remarks>
/// <example>
/// <code>Resume-LabClusterNode HVR2NODO2</code>
/// Resumes HVR2NODO2.
/// </example>
/// <example>
/// <code>Resume-LabClusterNode NODE1 -Failback Immediate</code>
/// Resumes NODE1 and brings back everything that was drained from it.
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

    /// <summary>What comes back that was drained from it: from Windows Server 2012 on.</summary>
    [Parameter(Position = 1)]
    public ResumeClusterNodeFailbackType? Failback { get; set; }

    /// <inheritdoc/>
    private protected override TimeSpan? WaitLimit => TimeSpan.Zero;

    /// <inheritdoc/>
    private protected override string[]? Names => Name;

    /// <inheritdoc/>
    private protected override LabRequest Request(ClusterNode target) =>
        new ResumeClusterNode { Node = target.Key, Failback = Failback };
}
