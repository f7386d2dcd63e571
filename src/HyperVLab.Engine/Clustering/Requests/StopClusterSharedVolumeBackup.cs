using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>Ends a backup of a cluster shared volume, as the cluster's VSS writer does.</summary>
public sealed record StopClusterSharedVolumeBackup : LabRequest
{
    /// <summary>The shared volume.</summary>
    [Target("Name")]
    public required Key<ClusterSharedVolume> Volume { get; init; }

    internal override void Validate(LabState lab, LabCaller caller)
    {
        ClusterSharedVolume shared = ClusterRules.RequireVolume(lab, Volume);
        if (!shared.IsInBackup)
        {
            throw SharedVolumeErrors.NotInBackup.For(shared.Name, shared.Name);
        }
    }

    internal override void Act(LabState lab, LabJob job)
    {
        job.Give(Volume);
        SharedVolumeService.BackUp(lab, lab.ClusterSharedVolumes[Volume], isInBackup: false);
    }
}
