using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Gets failover clusters of the lab.</summary>
/// <example>
/// <code>Get-LabCluster</code>
/// Lists the clusters.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabCluster")]
[OutputType(typeof(Cluster))]
public sealed class GetLabClusterCommand : LabCmdlet
{
    /// <summary>The clusters' names. Wildcards are permitted.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NameCompleter<ClusterView>))]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    private protected override void Process() =>
        WriteObject(Named<ClusterView, Cluster>(Name), enumerateCollection: true);
}
