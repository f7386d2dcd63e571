using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Gets how the votes of a cluster are counted, and its witness.</summary>
/// <example>
/// <code>Get-LabClusterQuorum</code>
/// Shows the quorum of the lab's only cluster.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabClusterQuorum")]
[OutputType(typeof(ClusterQuorumSettings))]
public sealed class GetLabClusterQuorumCommand : LabCmdlet
{
    /// <summary>The cluster, by name. Without it, the only one of the lab.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(NameCompleter<ClusterView>))]
    [ValidateNotNullOrEmpty]
    public string? Cluster { get; set; }

    /// <summary>The cluster, as Get-LabCluster writes it.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        ClusterView view = ClusterScope.One(Handle, Cluster, InputObject);
        WriteObject(new ClusterQuorumSettings(LabObjects.Of<Cluster>(Handle, view), view));
    }
}
