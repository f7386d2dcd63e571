using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>Makes a cluster shared volume an ordinary disk of Available Storage again.</summary>
public sealed record RemoveClusterSharedVolume : LabRequest
{
    /// <summary>The shared volume.</summary>
    [Target("Name")]
    public required Key<ClusterSharedVolume> Volume { get; init; }

    internal override void Validate(LabState lab, LabCaller caller)
    {
        ClusterSharedVolume volume = ClusterRules.RequireVolume(lab, Volume);
        if (volume.Maintenance != MaintenancePhase.Off)
        {
            throw SharedVolumeErrors.InMaintenance.For(volume.Name, volume.Name);
        }

        if (VirtualMachineFiles.OneOn(lab, volume.Volume) is { } vm)
        {
            throw GroupErrors.SharedVolumeHasMachines.For(volume.Name, vm.Name, volume.Name);
        }

        if (volume.NextOwner is not null)
        {
            throw GroupErrors.GroupBusy.For(volume.Name, volume.Name);
        }

        ClusterRules.RequireIdle(lab, ClusterQueries.CoreGroupOf(lab, volume.Cluster, GroupType.AvailableStorage).Key);
    }

    internal override void Act(LabState lab, LabJob job)
    {
        ClusterSharedVolume volume = lab.ClusterSharedVolumes[Volume];
        job.Give(SharedVolumes.Remove(lab, lab.Clusters[volume.Cluster], volume).Key);
    }
}
