using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>The witness of a cluster, whose vote goes to the side that holds it.</summary>
internal static class Witness
{
    /// <summary>The node that owns the witness; null where there is none.</summary>
    public static Key<ClusterNode>? HolderOf(LabState lab, Cluster cluster) =>
        lab.ClusterResources.Find(cluster.Witness) is { } witness ? lab.ClusterGroups[witness.Group].OwnerNode : null;

    /// <summary>Whether one of the nodes could take the witness: it reaches the disk, or the share's server.</summary>
    public static bool IsReachedBy(LabState lab, Cluster cluster, IReadOnlyList<ClusterNode> nodes)
    {
        if (cluster.WitnessFaults > 0 || lab.ClusterResources.Find(cluster.Witness) is not { } witness)
        {
            return false;
        }

        foreach (ClusterNode node in nodes)
        {
            bool reaches = witness.Lun is { } lun
                ? StorageReach.CanReach(lab, node.Computer, lun)
                : FileShares.IsReached(lab, node.Computer, witness.Address);
            if (reaches)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whoever won the arbitration for a witness disk has preempted the reservation that its holder left, so that it
    /// need not be challenged again when it comes online.
    /// </summary>
    public static void Seize(
        LabState lab, Cluster cluster, IReadOnlyList<ClusterNode> before, IReadOnlyList<ClusterNode> winners,
        bool isArbitrated)
    {
        if (isArbitrated && winners.Count > 0
            && lab.ClusterResources.Find(cluster.Witness) is { Lun: { } lun }
            && before.Any(node => lab.Luns[lun].ReservedBy == node.Computer && !winners.Contains(node))
            && IsReachedBy(lab, cluster, winners))
        {
            LunReservations.Give(lab, lun, null);
        }
    }

    /// <summary>
    /// The side that wins the witness: its holder's, which defends it every 3 s, where the holder still lives and
    /// reaches it; otherwise the first challenger that does.
    /// </summary>
    /// <returns>The index of the side; -1 for none.</returns>
    public static int WinnerOf(LabState lab, Cluster cluster, IReadOnlyList<IReadOnlyList<ClusterNode>> sides)
    {
        Key<ClusterNode>? holder = HolderOf(lab, cluster);
        int challenger = -1;
        for (int index = 0; index < sides.Count; index++)
        {
            foreach (ClusterNode node in sides[index])
            {
                if (IsReachedBy(lab, cluster, [node]))
                {
                    challenger = challenger < 0 ? index : challenger;
                    if (node.Key == holder)
                    {
                        return index;
                    }
                }
            }
        }

        return challenger;
    }
}
