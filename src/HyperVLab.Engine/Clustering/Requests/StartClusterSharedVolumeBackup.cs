using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>Begins a backup of a cluster shared volume, as the cluster's VSS writer does.</summary>
public sealed record StartClusterSharedVolumeBackup : LabRequest
{
    /// <summary>The shared volume.</summary>
    [Target("Name")]
    public required Key<ClusterSharedVolume> Volume { get; init; }

    internal override void Validate(LabState lab, LabCaller caller)
    {
        ClusterSharedVolume shared = ClusterRules.RequireVolume(lab, Volume);
        if (shared.IsInBackup)
        {
            throw SharedVolumeErrors.InBackup.For(shared.Name, shared.Name);
        }

        if (shared.Maintenance != MaintenancePhase.Off)
        {
            throw SharedVolumeErrors.InMaintenance.For(shared.Name, shared.Name);
        }

        if (shared.State != ClusterResourceState.Online)
        {
            throw SharedVolumeErrors.NotOnline.For(shared.Name, shared.Name, shared.State.ToString());
        }
    }

    internal override void Act(LabState lab, LabJob job)
    {
        job.Give(Volume);
        SharedVolumeService.BackUp(lab, lab.ClusterSharedVolumes[Volume], isInBackup: true);
    }
}
