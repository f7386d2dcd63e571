using System.Management.Automation;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Turns on maintenance mode of a cluster shared volume or disk, or redirected access to a volume.</summary>
/// <remarks>
/// In maintenance mode no node shows the volume under C:\ClusterStorage: the virtual machines that have files on it are
/// stopped first, each by its OfflineAction, and are started by hand afterwards. With -RedirectedAccess everything goes
/// on, and all I/O goes over the network through the node that owns the volume. A disk that is no shared volume stays
/// online; the cluster only stops looking whether it is all right.
/// </remarks>
/// <example>
/// <code>Suspend-LabClusterResource 'Cluster Disk 2' -RedirectedAccess</code>
/// Sends all I/O to the volume through its owner.
/// </example>
/// <example>
/// <code>Get-LabClusterSharedVolume 'Cluster Disk 2' | Suspend-LabClusterResource -Force</code>
/// Stops the virtual machines on the volume and takes it out of use.
/// </example>
[Cmdlet(VerbsLifecycle.Suspend, "LabClusterResource", SupportsShouldProcess = true)]
[OutputType(typeof(ClusterSharedVolume), typeof(ClusterResource))]
public sealed class SuspendLabClusterResourceCommand : ClusterMaintenanceCmdlet
{
    /// <summary>Redirects I/O, and keeps the volume in use.</summary>
    [Parameter]
    [Alias("FileSystemRedirectedAccess")]
    public SwitchParameter RedirectedAccess { get; set; }

    /// <summary>
    /// Suspends without a question first, for scripts of the real cmdlet: the lab asks only with -Confirm.
    /// </summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    private protected override LabRequest Request(LabObject target) => new SuspendClusterResource
    {
        SharedVolume = (target as ClusterSharedVolume)?.Key,
        Resource = (target as ClusterResource)?.Key,
        VolumeName = VolumeName,
        RedirectedAccess = RedirectedAccess,
    };
}
