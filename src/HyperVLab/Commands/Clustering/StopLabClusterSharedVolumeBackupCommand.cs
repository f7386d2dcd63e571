using System.Management.Automation;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Ends a backup of cluster shared volumes.</summary>
/// <remarks>
/// The real cluster does this by itself when backup software is done: this cmdlet is the lab's own.
/// </remarks>
/// <example>
/// <code>Stop-LabClusterSharedVolumeBackup 'Cluster Disk 2'</code>
/// Lets every node read and write straight again.
/// </example>
[Cmdlet(VerbsLifecycle.Stop, "LabClusterSharedVolumeBackup", SupportsShouldProcess = true)]
[OutputType(typeof(ClusterSharedVolume))]
public sealed class StopLabClusterSharedVolumeBackupCommand : ClusterSharedVolumeCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request(ClusterSharedVolume target) =>
        new StopClusterSharedVolumeBackup { Volume = target.Key };
}
