using System.Management.Automation;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Turns off maintenance mode of a cluster shared volume or disk, and redirected access to a volume.</summary>
/// <remarks>
/// The virtual machines that maintenance mode stopped are started by hand.
/// </remarks>
/// <example>
/// <code>Resume-LabClusterResource 'Cluster Disk 2'</code>
/// Puts the volume back into use, with direct I/O.
/// </example>
[Cmdlet(VerbsLifecycle.Resume, "LabClusterResource", SupportsShouldProcess = true)]
[OutputType(typeof(ClusterSharedVolume), typeof(ClusterResource))]
public sealed class ResumeLabClusterResourceCommand : ClusterMaintenanceCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request(LabObject target) => new ResumeClusterResource
    {
        SharedVolume = (target as ClusterSharedVolume)?.Key,
        Resource = (target as ClusterResource)?.Key,
        VolumeName = VolumeName,
    };
}
