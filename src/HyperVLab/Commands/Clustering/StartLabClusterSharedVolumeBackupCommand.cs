using System.Management.Automation;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Begins a backup of cluster shared volumes.</summary>
/// <remarks>
/// The real cluster does this by itself when backup software asks the VSS writer of the volume for a snapshot: this
/// cmdlet is the lab's own, and stands for that software. On 2008 R2 all I/O goes through the owner meanwhile; from
/// Windows Server 2012 on it stays direct. A backup ends with Stop-LabClusterSharedVolumeBackup, or with its owner.
/// </remarks>
/// <example>
/// <code>Start-LabClusterSharedVolumeBackup 'Cluster Disk 2'</code>
/// Redirects the I/O of the other nodes on 2008 R2, until the backup ends.
/// </example>
[Cmdlet(VerbsLifecycle.Start, "LabClusterSharedVolumeBackup", SupportsShouldProcess = true)]
[OutputType(typeof(ClusterSharedVolume))]
public sealed class StartLabClusterSharedVolumeBackupCommand : ClusterSharedVolumeCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request(ClusterSharedVolume target) =>
        new StartClusterSharedVolumeBackup { Volume = target.Key };
}
