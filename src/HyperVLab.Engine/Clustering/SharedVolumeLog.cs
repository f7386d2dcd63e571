using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Clustering;

/// <summary>What a node writes when its own way to a cluster shared volume goes or comes back.</summary>
internal static class SharedVolumeLog
{
    /// <summary>A path went down or came back: the last of a computer, or its first.</summary>
    public static void PathChanged(LabState lab, StoragePath path)
    {
        if (lab.ClusterSharedVolumes.Count == 0
            || ClusterQueries.NodeOf(lab, path.Computer) is not { IsMember: true } node
            || CountUp(lab, path) != (path.State == StoragePathState.Up ? 1 : 0))
        {
            return;
        }

        foreach (ClusterSharedVolume shared in lab.ClusterSharedVolumes)
        {
            if (shared.Cluster == node.Cluster && lab.Luns[shared.Lun].Array == path.Array
                && StorageReach.IsMapped(lab, path.Computer, shared.Lun))
            {
                Write(lab, node, shared, path.State == StoragePathState.Up);
            }
        }
    }

    // The words of events 5121 and 5125.
    private static void Write(LabState lab, ClusterNode node, ClusterSharedVolume shared, bool isDirect)
    {
        string volume = $"Cluster Shared Volume '{shared.FriendlyName}' ('{shared.Name}')";
        if (isDirect)
        {
            ClusterLog.Inform(lab, node, $"{volume} is directly accessible from this cluster node again.");
        }
        else
        {
            ClusterLog.Fail(
                lab, node,
                $"{volume} is no longer directly accessible from this cluster node. I/O access will be redirected to "
                    + "the storage device over the network through the node that owns the volume. This may result in "
                    + "degraded performance.");
        }
    }

    private static int CountUp(LabState lab, StoragePath path)
    {
        int count = 0;
        foreach (StoragePath other in lab.PathsByComputer.Of(path.Computer))
        {
            count += other.Array == path.Array && other.State == StoragePathState.Up ? 1 : 0;
        }

        return count;
    }
}
