using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Makes cluster shared volumes ordinary disks of Available Storage again.</summary>
/// <example>
/// <code>Remove-LabClusterSharedVolume 'Cluster Disk 2'</code>
/// Makes it an ordinary disk.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabClusterSharedVolume", SupportsShouldProcess = true)]
[OutputType(typeof(ClusterResource))]
public sealed class RemoveLabClusterSharedVolumeCommand
    : ClusterTargetCmdlet<ClusterSharedVolumeView, ClusterSharedVolume>
{
    /// <summary>The names of their disks. Wildcards are permitted.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NameCompleter<ClusterSharedVolumeView>))]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    private protected override string[]? Names => Name;

    /// <inheritdoc/>
    private protected override LabRequest Request(ClusterSharedVolume target) =>
        new RemoveClusterSharedVolume { Volume = target.Key };

    /// <inheritdoc/>
    private protected override object? OutputOf(ClusterSharedVolume target, object? result) => result;
}
