using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>Asks how each node reaches a cluster shared volume; from Windows Server 2012 R2 on.</summary>
public sealed record ClusterSharedVolumeStates : LabQuery<IReadOnlyList<SharedVolumeStateView>>
{
    /// <summary>The shared volume.</summary>
    public required Key<ClusterSharedVolume> Volume { get; init; }

    internal override IReadOnlyList<SharedVolumeStateView> Answer(LabState lab)
    {
        ClusterSharedVolume shared = ClusterRules.RequireVolume(lab, Volume);
        ClusterRules.DemandRelease(
            lab, lab.Clusters[shared.Cluster], WindowsVersion.W2012R2,
            "The state of a cluster shared volume on each node");
        return [.. ClusterQueries.NodesOf(lab, shared.Cluster).Select(node => Of(lab, shared, node))];
    }

    private static SharedVolumeStateView Of(LabState lab, ClusterSharedVolume shared, ClusterNode node)
    {
        VolumeRoute route = SharedVolumeStates.RouteOf(lab, shared, node);
        ClusterSharedVolumeState state = SharedVolumeStates.Of(lab, shared, node, route);
        return new SharedVolumeStateView
        {
            Name = shared.Name,
            VolumeName = StorageNames.OfVolume(lab.Volumes[shared.Volume]),
            VolumeFriendlyName = shared.FriendlyName,
            Node = node.Name,
            StateInfo = state,
            FileSystemRedirectedIOReason = state == ClusterSharedVolumeState.FileSystemRedirected
                && route.Reason == VolumeRouteReason.UserRequest
                    ? ClusterSharedVolumeFileSystemRedirectedIOReasons.UserRequest
                    : ClusterSharedVolumeFileSystemRedirectedIOReasons.NotFileSystemRedirected,
            BlockRedirectedIOReason = state == ClusterSharedVolumeState.BlockRedirected
                ? ClusterSharedVolumeBlockRedirectedIOReason.NoDiskConnectivity
                : ClusterSharedVolumeBlockRedirectedIOReason.NotBlockRedirected,
        };
    }
}
