using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Makes disks of Available Storage cluster shared volumes.</summary>
/// <remarks>
/// Every node mounts the volume at C:\ClusterStorage\VolumeN. Shared volumes are for virtual machines only, and are
/// enabled on the cluster first: Set-LabCluster -EnableSharedVolumes.
/// </remarks>
/// <example>
/// <code>Add-LabClusterSharedVolume 'Cluster Disk 2'</code>
/// Makes it C:\ClusterStorage\Volume1.
/// </example>
[Cmdlet(VerbsCommon.Add, "LabClusterSharedVolume", SupportsShouldProcess = true)]
[OutputType(typeof(ClusterSharedVolume))]
public sealed class AddLabClusterSharedVolumeCommand : ClusterTargetCmdlet<ClusterResourceView, ClusterResource>
{
    /// <summary>The disks' names. Wildcards are permitted.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NameCompleter<ClusterResourceView>))]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    private protected override string[]? Names => Name;

    /// <inheritdoc/>
    private protected override LabRequest Request(ClusterResource target) =>
        new AddClusterSharedVolume { Resource = target.Key };

    /// <inheritdoc/>
    private protected override object? OutputOf(ClusterResource target, object? result) => result;
}
