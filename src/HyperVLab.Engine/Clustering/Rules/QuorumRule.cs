namespace HyperVLab.Engine.Clustering.Rules;

/// <summary>Counts votes: one a node, one the witness; a side goes on with more than half of all.</summary>
internal static class QuorumRule
{
    /// <summary>How many votes there are.</summary>
    /// <param name="type">How votes are counted.</param>
    /// <param name="nodeCount">The nodes of the cluster, up or not.</param>
    public static int TotalVotes(ClusterQuorumType type, int nodeCount) => type switch
    {
        ClusterQuorumType.NodeMajority => nodeCount,
        ClusterQuorumType.DiskOnly => 1,
        _ => nodeCount + 1,
    };

    /// <summary>How many votes a side has.</summary>
    /// <param name="type">How votes are counted.</param>
    /// <param name="presentCount">The side's nodes.</param>
    /// <param name="hasWitness">Whether the side holds the witness.</param>
    public static int VotesOf(ClusterQuorumType type, int presentCount, bool hasWitness) => type switch
    {
        ClusterQuorumType.NodeMajority => presentCount,
        ClusterQuorumType.DiskOnly => presentCount > 0 && hasWitness ? 1 : 0,
        _ => presentCount == 0 ? 0 : presentCount + (hasWitness ? 1 : 0),
    };

    /// <summary>Whether a side has quorum.</summary>
    public static bool HasQuorum(ClusterQuorumType type, int nodeCount, int presentCount, bool hasWitness) =>
        VotesOf(type, presentCount, hasWitness) * 2 > TotalVotes(type, nodeCount);

    /// <summary>Whether the witness's vote decides, so that a side without it must win it.</summary>
    public static bool NeedsWitness(ClusterQuorumType type, int nodeCount, int presentCount) =>
        !HasQuorum(type, nodeCount, presentCount, hasWitness: false)
        && HasQuorum(type, nodeCount, presentCount, hasWitness: true);
}
