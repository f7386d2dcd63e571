using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Takes resources offline, with those that depend on them.</summary>
/// <example>
/// <code>Stop-LabClusterResource 'Virtual Machine web01'</code>
/// Takes the virtual machine offline.
/// </example>
[Cmdlet(VerbsLifecycle.Stop, "LabClusterResource", SupportsShouldProcess = true)]
[OutputType(typeof(ClusterResource))]
public sealed class StopLabClusterResourceCommand : ClusterWaitCmdlet<ClusterResourceView, ClusterResource>
{
    /// <summary>The resource's name.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(NameCompleter<ClusterResourceView>))]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <inheritdoc/>
    private protected override string[]? Names => Name is null ? null : [Name];

    /// <inheritdoc/>
    private protected override LabRequest Request(ClusterResource target) =>
        new StopClusterResource { Resource = target.Key };
}
