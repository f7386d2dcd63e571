using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Changes resources.</summary>
/// <remarks>
/// The same can be done by setting the properties of what Get-LabClusterResource writes.
/// </remarks>
/// <example>
/// <code>Set-LabClusterResource 'Virtual Machine web01' -RestartThreshold 3</code>
/// Lets the cluster restart web01 where it is three times.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabClusterResource", SupportsShouldProcess = true)]
[OutputType(typeof(ClusterResource))]
public sealed class SetLabClusterResourceCommand : ClusterTargetCmdlet<ClusterResourceView, ClusterResource>
{
    /// <summary>The names. Wildcards are permitted.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NameCompleter<ClusterResourceView>))]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>Its new name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? NewName { get; set; }

    /// <summary>What is written about it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Description { get; set; }

    /// <summary>What the cluster does when it fails.</summary>
    [Parameter]
    public Engine.Clustering.ResourceRestartAction? RestartAction { get; set; }

    /// <summary>How often it is restarted where it is within its period.</summary>
    [Parameter]
    public int? RestartThreshold { get; set; }

    /// <summary>That period, in milliseconds.</summary>
    [Parameter]
    public long? RestartPeriod { get; set; }

    /// <inheritdoc/>
    private protected override string[]? Names => Name;

    /// <inheritdoc/>
    private protected override LabRequest Request(ClusterResource target) => new SetClusterResource
    {
        Resource = target.Key,
        NewName = NewName,
        Description = Description,
        RestartAction = RestartAction,
        RestartThreshold = RestartThreshold,
        RestartPeriod = RestartPeriod,
    };
}
