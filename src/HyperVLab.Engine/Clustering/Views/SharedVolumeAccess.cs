using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Clustering.Views;

/// <summary>How one node reaches a shared volume.</summary>
/// <param name="Node">The node.</param>
/// <param name="State">How.</param>
/// <param name="Reason">Why not straight.</param>
/// <param name="Latency">How long one read or write takes beside its bytes.</param>
/// <param name="BytesPerSecond">How much the way carries.</param>
public sealed record SharedVolumeAccess(
    string Node, ClusterSharedVolumeState State, VolumeRouteReason Reason, TimeSpan Latency, long BytesPerSecond)
{
    internal static SharedVolumeAccess Of(LabState lab, ClusterSharedVolume shared, ClusterNode node)
    {
        VolumeRoute route = SharedVolumeStates.RouteOf(lab, shared, node);
        return new SharedVolumeAccess(
            node.Name,
            SharedVolumeStates.Of(lab, shared, node, route),
            route.Reason,
            route.Latency,
            route.BytesPerSecond);
    }
}
