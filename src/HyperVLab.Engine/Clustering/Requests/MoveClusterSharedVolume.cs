using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>Lets another node coordinate a cluster shared volume; nothing on it stops.</summary>
public sealed record MoveClusterSharedVolume : LabRequest
{
    /// <summary>The shared volume.</summary>
    [Target("Name")]
    public required Key<ClusterSharedVolume> Volume { get; init; }

    /// <summary>The node; null for the best.</summary>
    public Key<ClusterNode>? Node { get; init; }

    internal override void Validate(LabState lab, LabCaller caller)
    {
        ClusterSharedVolume volume = ClusterRules.RequireVolume(lab, Volume);
        if (volume.NextOwner is not null || volume.Maintenance == MaintenancePhase.Entering)
        {
            throw GroupErrors.GroupBusy.For(volume.Name, volume.Name);
        }

        RequireTarget(lab, volume);
    }

    internal override void Act(LabState lab, LabJob job)
    {
        ClusterSharedVolume volume = lab.ClusterSharedVolumes[Volume];
        job.GoOn();
        job.Give(Volume);
        SharedVolumes.BeginMove(lab, volume, RequireTarget(lab, volume), job.Key);
    }

    private ClusterNode RequireTarget(LabState lab, ClusterSharedVolume volume)
    {
        if (Node is not { } named)
        {
            return ClusterQueries.LivingOf(lab, volume.Cluster).FirstOrDefault(node => node.TakesGroups
                && node.Key != volume.OwnerNode && StorageReach.CanReach(lab, node.Computer, volume.Lun))
                ?? throw GroupErrors.NoNodeForGroup.For(volume.Name, volume.Name);
        }

        ClusterNode target = ClusterRules.RequireNode(lab, named);
        if (target.Key == volume.OwnerNode)
        {
            throw GroupErrors.OwnerAlready.For(volume.Name, volume.Name, target.Name);
        }

        if (target.Cluster != volume.Cluster || !target.TakesGroups || !ClusterQueries.IsAlive(lab, target))
        {
            throw GroupErrors.NodeCannotTake.For(volume.Name, target.Name, volume.Name, target.State.ToString());
        }

        return StorageReach.CanReach(lab, target.Computer, volume.Lun)
            ? target
            : throw GroupErrors.NodeReachesNoDisk.For(volume.Name, target.Name, volume.Name);
    }
}
