using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Rules;

namespace HyperVLab.Engine.Tests.Clustering;

public sealed class QuorumRuleTests
{
    [Theory]
    [InlineData(ClusterQuorumType.NodeMajority, 2, 1, false, false)]
    [InlineData(ClusterQuorumType.NodeMajority, 3, 2, false, true)]
    [InlineData(ClusterQuorumType.NodeMajority, 5, 2, true, false)]
    [InlineData(ClusterQuorumType.NodeAndDiskMajority, 2, 1, true, true)]
    [InlineData(ClusterQuorumType.NodeAndDiskMajority, 2, 1, false, false)]
    [InlineData(ClusterQuorumType.NodeAndDiskMajority, 2, 2, false, true)]
    [InlineData(ClusterQuorumType.NodeAndDiskMajority, 4, 2, true, true)]
    [InlineData(ClusterQuorumType.NodeAndFileShareMajority, 4, 2, false, false)]
    [InlineData(ClusterQuorumType.DiskOnly, 16, 1, true, true)]
    [InlineData(ClusterQuorumType.DiskOnly, 16, 15, false, false)]
    public void More_than_half_of_all_votes_are_quorum(
        ClusterQuorumType type, int nodes, int present, bool witness, bool expected) =>
        Assert.Equal(expected, QuorumRule.HasQuorum(type, nodes, present, witness));

    [Fact]
    public void Two_sides_never_have_quorum_at_once()
    {
        foreach (ClusterQuorumType type in Enum.GetValues<ClusterQuorumType>())
        {
            for (int nodes = 1; nodes <= ClusterSettings.MostNodes; nodes++)
            {
                for (int left = 0; left <= nodes; left++)
                {
                    bool leftHas = QuorumRule.HasQuorum(type, nodes, left, hasWitness: true);
                    bool rightHas = QuorumRule.HasQuorum(type, nodes, nodes - left, hasWitness: false);
                    Assert.False(leftHas && rightHas, $"{type}: {left} of {nodes} with the witness, and the rest");
                }
            }
        }
    }

    [Fact]
    public void A_side_without_nodes_never_has_quorum()
    {
        foreach (ClusterQuorumType type in Enum.GetValues<ClusterQuorumType>())
        {
            Assert.False(QuorumRule.HasQuorum(type, 1, 0, hasWitness: true));
        }
    }

    [Fact]
    public void The_witness_is_needed_only_where_its_vote_decides()
    {
        Assert.True(QuorumRule.NeedsWitness(ClusterQuorumType.NodeAndDiskMajority, 2, 1));
        Assert.False(QuorumRule.NeedsWitness(ClusterQuorumType.NodeAndDiskMajority, 3, 2 + 1));
        Assert.False(QuorumRule.NeedsWitness(ClusterQuorumType.NodeAndDiskMajority, 4, 1));
        Assert.False(QuorumRule.NeedsWitness(ClusterQuorumType.NodeMajority, 2, 1));
    }

    [Theory]
    [InlineData(2, new[] { 100L << 30, 10L << 30 }, ClusterQuorumType.NodeAndDiskMajority, 1)]
    [InlineData(2, new[] { 511L << 20, 100L << 30 }, ClusterQuorumType.NodeAndDiskMajority, 1)]
    [InlineData(2, new[] { 512L << 20, 100L << 30 }, ClusterQuorumType.NodeAndDiskMajority, 0)]
    [InlineData(2, new[] { 511L << 20 }, ClusterQuorumType.NodeMajority, -1)]
    [InlineData(2, new long[0], ClusterQuorumType.NodeMajority, -1)]
    [InlineData(3, new[] { 10L << 30 }, ClusterQuorumType.NodeMajority, -1)]
    [InlineData(4, new[] { 5L << 30, 5L << 30 }, ClusterQuorumType.NodeAndDiskMajority, 0)]
    public void A_new_cluster_takes_the_smallest_fitting_disk_when_its_nodes_are_even(
        int nodes, long[] disks, ClusterQuorumType type, int witness) =>
        Assert.Equal((type, witness), QuorumChoice.Choose(nodes, disks));
}
