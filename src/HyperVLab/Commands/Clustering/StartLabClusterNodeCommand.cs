using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Starts the cluster service of nodes.</summary>
/// <remarks>
/// It starts by itself with the computer. With -ForceQuorum the node forms the cluster whatever the votes say, together
/// with those that wait where it hears them; others join it. It goes on without quorum until enough nodes have joined.
/// With -PreventQuorum a node joins the cluster and never forms it.
/// </remarks>
/// <example>
/// <code>Start-LabClusterNode HVR2NODO2</code>
/// Starts the service of HVR2NODO2.
/// </example>
/// <example>
/// <code>Start-LabClusterNode HVR2NODO1 -ForceQuorum</code>
/// Forms the cluster on HVR2NODO1 alone.
/// </example>
[Cmdlet(VerbsLifecycle.Start, "LabClusterNode", SupportsShouldProcess = true)]
[OutputType(typeof(ClusterNode))]
public sealed class StartLabClusterNodeCommand : ClusterWaitCmdlet<ClusterNodeView, ClusterNode>
{
    /// <summary>The names. Wildcards are permitted.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NameCompleter<ClusterNodeView>))]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>Forms the cluster whatever the votes say.</summary>
    [Parameter]
    [Alias("fq", "FixQuorum")]
    public SwitchParameter ForceQuorum { get; set; }

    /// <summary>Joins the cluster only, and never forms it: from Windows Server 2012 on.</summary>
    [Parameter]
    [Alias("pq")]
    public SwitchParameter PreventQuorum { get; set; }

    /// <inheritdoc/>
    private protected override string[]? Names => Name;

    /// <inheritdoc/>
    private protected override LabRequest Request(ClusterNode target) =>
        new StartClusterNode { Node = target.Key, ForceQuorum = ForceQuorum, PreventQuorum = PreventQuorum };
}
