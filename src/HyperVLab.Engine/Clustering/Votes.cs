using HyperVLab.Engine.Clustering.Rules;
using HyperVLab.Engine.Hosts;

namespace HyperVLab.Engine.Clustering;

/// <summary>Counts the votes of a cluster: fixed ones, or those that dynamic quorum gives to its members.</summary>
internal static class Votes
{
    /// <summary>How many there are.</summary>
    public static int Total(LabState lab, Cluster cluster) => IsDynamic(cluster)
        ? ClusterQueries.NodesOf(lab, cluster.Key).Sum(node => node.DynamicWeight) + cluster.WitnessDynamicWeight
        : QuorumRule.TotalVotes(cluster.QuorumType, ClusterQueries.NodesOf(lab, cluster.Key).Count);

    /// <summary>How many a side has.</summary>
    public static int Of(LabState lab, Cluster cluster, IReadOnlyList<ClusterNode> side, bool hasWitness) =>
        !IsDynamic(cluster) ? QuorumRule.VotesOf(cluster.QuorumType, side.Count, hasWitness)
            : side.Count == 0 ? 0
            : side.Sum(node => node.DynamicWeight) + (hasWitness ? cluster.WitnessDynamicWeight : 0);

    /// <summary>Whether a side has quorum.</summary>
    public static bool AreEnough(LabState lab, Cluster cluster, IReadOnlyList<ClusterNode> side, bool hasWitness) =>
        (!lab.Guards.ChecksQuorum && side.Count > 0) || AreMajority(lab, cluster, side, hasWitness);

    /// <summary>Whether a side has more than half of the votes.</summary>
    public static bool AreMajority(LabState lab, Cluster cluster, IReadOnlyList<ClusterNode> side, bool hasWitness) =>
        Of(lab, cluster, side, hasWitness) * 2 > Total(lab, cluster);

    /// <summary>Whether the witness's vote decides, so that a side without it must win it.</summary>
    public static bool NeedWitness(LabState lab, Cluster cluster, IReadOnlyList<ClusterNode> side) =>
        !AreEnough(lab, cluster, side, hasWitness: false) && AreEnough(lab, cluster, side, hasWitness: true);

    /// <summary>
    /// The members are known and have quorum: they have the votes from now on. Not where quorum was forced: then the
    /// votes stay with all nodes until enough have joined.
    /// </summary>
    public static void Adjust(LabState lab, Cluster cluster)
    {
        IReadOnlyList<ClusterNode> members = ClusterQueries.MembersOf(lab, cluster.Key);
        if (!IsDynamic(cluster) || cluster.IsQuorumForced || members.Count == 0)
        {
            return;
        }

        bool isLater = ClusterQueries.VersionOf(lab, cluster.Key) >= WindowsVersion.W2012R2;
        bool hasWitness = cluster.Witness is not null;
        int voters = DynamicWeights.VotersOf(members.Count, hasWitness, isLater);
        foreach (ClusterNode node in ClusterQueries.NodesOf(lab, cluster.Key))
        {
            int weight = node.IsMember && members.Take(voters).Contains(node) ? 1 : 0;
            if (weight != node.DynamicWeight)
            {
                ClusterLog.Inform(lab, members[0], $"Node '{node.Name}' has {weight} dynamic votes now.");
            }

            node.Weigh(weight);
        }

        cluster.WeighWitness(DynamicWeights.WitnessOf(voters, hasWitness, isLater));
    }

    /// <summary>Dynamic quorum is switched on or off: off, every node has its vote again.</summary>
    public static void Switch(LabState lab, Cluster cluster, bool isDynamic)
    {
        cluster.CountDynamically(isDynamic);
        foreach (ClusterNode node in ClusterQueries.NodesOf(lab, cluster.Key))
        {
            node.Weigh(1);
        }

        Adjust(lab, cluster);
    }

    private static bool IsDynamic(Cluster cluster) =>
        cluster.DynamicQuorum && cluster.QuorumType != ClusterQuorumType.DiskOnly;
}
