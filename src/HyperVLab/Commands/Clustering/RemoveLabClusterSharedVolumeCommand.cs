using System.Management.Automation;
using HyperVLab.Engine.Clustering.Requests;
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
public sealed class RemoveLabClusterSharedVolumeCommand : ClusterSharedVolumeCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request(ClusterSharedVolume target) =>
        new RemoveClusterSharedVolume { Volume = target.Key };

    /// <inheritdoc/>
    private protected override object? OutputOf(ClusterSharedVolume target, object? result) => result;
}
