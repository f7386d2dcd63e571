using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>
/// Puts a cluster shared volume or disk into maintenance mode, or sends all I/O to a shared volume through its owner.
/// </summary>
public sealed record SuspendClusterResource : LabRequest
{
    /// <summary>The shared volume; null where it is a disk.</summary>
    [Target("Name")]
    public Key<ClusterSharedVolume>? SharedVolume { get; init; }

    /// <summary>The disk; null where it is a shared volume.</summary>
    [Target("Name")]
    public Key<ClusterResource>? Resource { get; init; }

    /// <summary>Which volume of the shared disk; null for its only one.</summary>
    public string? VolumeName { get; init; }

    /// <summary>Redirects I/O, and keeps the volume in use.</summary>
    public bool RedirectedAccess { get; init; }

    internal override void Validate(LabState lab, LabCaller caller)
    {
        if (MaintenanceTarget.Require(lab, SharedVolume, Resource, VolumeName) is { } shared)
        {
            Demand(lab, shared);
            return;
        }

        ClusterResource disk = lab.ClusterResources[Resource!.Value];
        if (RedirectedAccess)
        {
            throw SharedVolumeErrors.OnlySharedVolumesAreRedirected.For(disk.Name, disk.Name);
        }

        if (disk.State != ClusterResourceState.Online)
        {
            throw SharedVolumeErrors.DiskNotOnline.For(disk.Name, disk.Name, disk.State.ToString());
        }

        if (disk.IsInMaintenance)
        {
            throw SharedVolumeErrors.InMaintenance.For(disk.Name, disk.Name);
        }
    }

    internal override void Act(LabState lab, LabJob job)
    {
        if (lab.ClusterSharedVolumes.Find(SharedVolume) is not { } shared)
        {
            job.Give(Resource!.Value);
            lab.ClusterResources[Resource!.Value].Maintain(isInMaintenance: true);
            return;
        }

        job.Give(shared.Key);
        if (RedirectedAccess)
        {
            SharedVolumeService.RedirectByHand(lab, shared, isRedirected: true);
            return;
        }

        job.GoOn();
        SharedVolumeMaintenance.Begin(lab, shared, job.Key);
    }

    private void Demand(LabState lab, ClusterSharedVolume shared)
    {
        if (shared.Maintenance != MaintenancePhase.Off)
        {
            throw SharedVolumeErrors.InMaintenance.For(shared.Name, shared.Name);
        }

        if (shared.State != ClusterResourceState.Online)
        {
            throw SharedVolumeErrors.NotOnline.For(shared.Name, shared.Name, shared.State.ToString());
        }

        if (RedirectedAccess && lab.Luns[shared.Lun].IsRedirectedByHand)
        {
            throw SharedVolumeErrors.RedirectedAlready.For(shared.Name, shared.Name);
        }

        if (!RedirectedAccess)
        {
            SharedVolumeMaintenance.Demand(lab, shared);
        }
    }
}
