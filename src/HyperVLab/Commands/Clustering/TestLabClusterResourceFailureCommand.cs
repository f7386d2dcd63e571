using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Lets resources fail, to see what the cluster does about it.</summary>
/// <example>
/// <code>Test-LabClusterResourceFailure 'Virtual Machine web01'</code>
/// Lets the machine crash: the cluster restarts it, or fails it over when it failed before.
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "LabClusterResourceFailure", SupportsShouldProcess = true)]
[OutputType(typeof(ClusterResource))]
public sealed class TestLabClusterResourceFailureCommand : ClusterTargetCmdlet<ClusterResourceView, ClusterResource>
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
        new TestClusterResourceFailure { Resource = target.Key };
}
