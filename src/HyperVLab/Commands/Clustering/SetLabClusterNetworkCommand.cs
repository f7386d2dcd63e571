using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Changes cluster networks.</summary>
/// <remarks>
/// The same can be done by setting the properties of what Get-LabClusterNetwork writes.
/// </remarks>
/// <example>
/// <code>Set-LabClusterNetwork 'Cluster Network 2' -NewName Heartbeat -Role Cluster</code>
/// Names the second network and keeps clients from it.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabClusterNetwork", SupportsShouldProcess = true)]
[OutputType(typeof(ClusterNetwork))]
public sealed class SetLabClusterNetworkCommand : ClusterTargetCmdlet<ClusterNetworkView, ClusterNetwork>
{
    /// <summary>The names. Wildcards are permitted.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NameCompleter<ClusterNetworkView>))]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>Its new name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? NewName { get; set; }

    /// <summary>What it is used for.</summary>
    [Parameter]
    public Engine.Clustering.ClusterNetworkRole? Role { get; set; }

    /// <summary>How costly it is: the cluster prefers the lowest.</summary>
    [Parameter]
    public int? Metric { get; set; }

    /// <summary>Whether the cluster chooses the metric.</summary>
    [Parameter]
    public bool? AutoMetric { get; set; }

    /// <summary>What is written about it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Description { get; set; }

    /// <inheritdoc/>
    private protected override string[]? Names => Name;

    /// <inheritdoc/>
    private protected override LabRequest Request(ClusterNetwork target) => new SetClusterNetwork
    {
        Network = target.Key,
        NewName = NewName,
        Role = Role,
        Metric = Metric,
        AutoMetric = AutoMetric,
        Description = Description,
    };
}
