using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Clustering;

/// <summary>How each node stands to a cluster shared volume, in the words of the cluster.</summary>
internal static class SharedVolumeStates
{
    /// <summary>How a node reaches a volume now.</summary>
    public static ClusterSharedVolumeState Of(LabState lab, ClusterSharedVolume shared, ClusterNode node) =>
        Of(lab, shared, node, RouteOf(lab, shared, node));

    /// <summary>How a node reaches a volume by a route.</summary>
    public static ClusterSharedVolumeState Of(
        LabState lab, ClusterSharedVolume shared, ClusterNode node, VolumeRoute route)
    {
        if (!node.IsMember || !ClusterQueries.IsAlive(lab, node))
        {
            return ClusterSharedVolumeState.Unavailable;
        }

        return route switch
        {
            { IsPaused: true } => ClusterSharedVolumeState.Paused,
            { Access: VolumeAccess.None } => ClusterSharedVolumeState.Unavailable,
            { Access: VolumeAccess.Direct } => ClusterSharedVolumeState.Direct,
            { Reason: VolumeRouteReason.NoPath } when RedirectsBlocks(lab, shared) =>
                ClusterSharedVolumeState.BlockRedirected,
            _ => ClusterSharedVolumeState.FileSystemRedirected,
        };
    }

    /// <summary>The way of a node's reads and writes.</summary>
    public static VolumeRoute RouteOf(LabState lab, ClusterSharedVolume shared, ClusterNode node) =>
        VolumeRoutes.Of(lab, node.Computer, lab.Volumes[shared.Volume]);

    /// <summary>What is the matter with a volume as a whole.</summary>
    public static SharedVolumeFaultState FaultOf(LabState lab, ClusterSharedVolume shared)
    {
        if (shared.Maintenance == MaintenancePhase.On)
        {
            return SharedVolumeFaultState.InMaintenance;
        }

        bool isReached = false;
        bool isMissed = false;
        foreach (ClusterNode node in ClusterQueries.LivingOf(lab, shared.Cluster))
        {
            VolumeRoute route = RouteOf(lab, shared, node);
            isReached |= route.Access != VolumeAccess.None || route.IsPaused;
            isMissed |= route.Reason is not (
                VolumeRouteReason.None or VolumeRouteReason.UserRequest or VolumeRouteReason.Backup);
        }

        return !isReached ? SharedVolumeFaultState.NoAccess
            : isMissed ? SharedVolumeFaultState.NoDirectIO : SharedVolumeFaultState.NoFaults;
    }

    // The redirection below the file system came with Windows Server 2012.
    private static bool RedirectsBlocks(LabState lab, ClusterSharedVolume shared) =>
        ClusterQueries.VersionOf(lab, shared.Cluster) >= WindowsVersion.W2012;
}
