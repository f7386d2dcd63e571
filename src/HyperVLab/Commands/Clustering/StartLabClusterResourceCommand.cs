using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Brings resources online, with those on which they depend.</summary>
/// <example>
/// <code>Start-LabClusterResource 'Virtual Machine web01'</code>
/// Brings the virtual machine online.
/// </example>
[Cmdlet(VerbsLifecycle.Start, "LabClusterResource", SupportsShouldProcess = true)]
[OutputType(typeof(ClusterResource))]
public sealed class StartLabClusterResourceCommand : ClusterWaitCmdlet<ClusterResourceView, ClusterResource>
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
        new StartClusterResource { Resource = target.Key };
}
