using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Gets the networks of clusters with their roles and metrics.</summary>
/// <remarks>
/// The cluster prefers the network with the lowest metric for heartbeats and shared volumes, and the next one for
/// live migration.
/// </remarks>
/// <example>
/// <code>Get-LabClusterNetwork</code>
/// Lists the networks.
/// </example>
/// <example>
/// <code>(Get-LabClusterNetwork 'Cluster Network 2').Role = 'None'</code>
/// Takes the second network away from the cluster: Get-LabClusterNetwork writes live objects.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabClusterNetwork")]
[OutputType(typeof(ClusterNetwork))]
public sealed class GetLabClusterNetworkCommand : ClusterReadingCmdlet<ClusterNetworkView, ClusterNetwork>
{
    /// <summary>The names. Without it, all. Wildcards are permitted.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NameCompleter<ClusterNetworkView>))]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    private protected override string[]? Names => Name;

    /// <inheritdoc/>
    private protected override bool IsOf(ClusterNetworkView view, object input) => input switch
    {
        ClusterNetworkInterface known => view.Key == known.Network?.Number,
        _ => false,
    };
}
