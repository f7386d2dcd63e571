namespace HyperVLab.Engine.Clustering.Rules;

/// <summary>Chooses the quorum of a new cluster, or of one whose nodes changed.</summary>
internal static class QuorumChoice
{
    /// <summary>
    /// An even number of nodes with a disk of 512 MB or more takes node and disk majority with the smallest such disk;
    /// any other cluster takes node majority.
    /// </summary>
    /// <param name="nodeCount">The nodes.</param>
    /// <param name="diskBytes">The sizes of the clustered disks with a formatted partition.</param>
    /// <returns>The type and the index of the witness in <paramref name="diskBytes"/>; -1 for none.</returns>
    public static (ClusterQuorumType Type, int WitnessIndex) Choose(int nodeCount, IReadOnlyList<long> diskBytes)
    {
        int smallest = -1;
        for (int index = 0; index < diskBytes.Count; index++)
        {
            if (diskBytes[index] >= ClusterSettings.LeastWitnessBytes
                && (smallest < 0 || diskBytes[index] < diskBytes[smallest]))
            {
                smallest = index;
            }
        }

        return nodeCount % 2 == 0 && smallest >= 0
            ? (ClusterQuorumType.NodeAndDiskMajority, smallest)
            : (ClusterQuorumType.NodeMajority, -1);
    }
}
