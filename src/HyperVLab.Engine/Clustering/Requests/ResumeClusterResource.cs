using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>
/// Puts a cluster shared volume or disk that is in maintenance mode back into use, and ends redirection by hand.
/// </summary>
public sealed record ResumeClusterResource : LabRequest
{
    /// <summary>The shared volume; null where it is a disk.</summary>
    [Target("Name")]
    public Key<ClusterSharedVolume>? SharedVolume { get; init; }

    /// <summary>The disk; null where it is a shared volume.</summary>
    [Target("Name")]
    public Key<ClusterResource>? Resource { get; init; }

    /// <summary>Which volume of the shared disk; null for its only one.</summary>
    public string? VolumeName { get; init; }

    internal override void Validate(LabState lab, LabCaller caller)
    {
        if (MaintenanceTarget.Require(lab, SharedVolume, Resource, VolumeName) is not { } shared)
        {
            ClusterResource disk = lab.ClusterResources[Resource!.Value];
            if (!disk.IsInMaintenance)
            {
                throw SharedVolumeErrors.NothingToResume.For(disk.Name, disk.Name);
            }
        }
        else if (shared.Maintenance == MaintenancePhase.Off && !lab.Luns[shared.Lun].IsRedirectedByHand)
        {
            throw SharedVolumeErrors.NothingToResume.For(shared.Name, shared.Name);
        }
    }

    internal override void Act(LabState lab, LabJob job)
    {
        if (lab.ClusterSharedVolumes.Find(SharedVolume) is not { } shared)
        {
            ClusterResource disk = lab.ClusterResources[Resource!.Value];
            job.Give(disk.Key);
            disk.Maintain(isInMaintenance: false);
            ClusterDisks.Check(lab, disk);
            return;
        }

        job.Give(shared.Key);
        if (shared.Maintenance == MaintenancePhase.On)
        {
            SharedVolumeMaintenance.Leave(lab, shared);
        }

        if (lab.Luns[shared.Lun].IsRedirectedByHand)
        {
            SharedVolumeService.RedirectByHand(lab, shared, isRedirected: false);
        }
    }
}
