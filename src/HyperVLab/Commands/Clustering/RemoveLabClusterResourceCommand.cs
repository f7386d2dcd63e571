using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Takes resources out of their cluster; a disk becomes an ordinary one.</summary>
/// <example>
/// <code>Remove-LabClusterResource 'Cluster Disk 3' -Force</code>
/// Gives the disk back.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabClusterResource", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveLabClusterResourceCommand : ClusterTargetCmdlet<ClusterResourceView, ClusterResource>
{
    /// <summary>The names. Wildcards are permitted.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NameCompleter<ClusterResourceView>))]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    private protected override string[]? Names => Name;

    /// <inheritdoc/>
    private protected override bool WritesTarget => false;

    /// <inheritdoc/>
    private protected override LabRequest Request(ClusterResource target) =>
        new RemoveClusterResource { Resource = target.Key, Force = Force };
}
