using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Rules;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Clustering;

public sealed class DynamicQuorumTests : IDisposable
{
    private readonly TestLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_cluster_that_loses_one_node_after_the_other_lives_down_to_the_last()
    {
        Form(5, "HyperVServer2012R2");
        Assert.Equal(5, Cluster().Votes);
        foreach (int lost in new[] { 5, 4, 3 })
        {
            Lose(lost);
            Assert.True(Cluster().IsRunning);
        }

        // Of two nodes without a witness the one with the lower number has the vote.
        Assert.Equal(1, Cluster().Votes);
        Assert.Equal([1, 0, 0, 0, 0], Weights());
        Lose(2);
        Assert.True(Cluster().IsRunning);
        Assert.Equal([1, 0, 0, 0, 0], Weights());
    }

    [Fact]
    public void Of_two_nodes_the_one_without_the_vote_stops_when_the_other_dies_and_goes_on_when_it_leaves()
    {
        Form(2, "HyperVServer2012R2");
        Assert.Equal([1, 0], Weights());
        _lab.Do(new StopClusterNode { Node = _lab.Node("NODE1") });
        _lab.Advance(60);
        Assert.True(Cluster().IsRunning);
        Assert.Equal([0, 1], Weights());
        _lab.Do(new StartClusterNode { Node = _lab.Node("NODE1") });
        _lab.Until(() => _lab.View<ClusterNodeView>("NODE1").State == ClusterNodeState.Up);
        Assert.Equal([1, 0], Weights());
        _lab.Cut(_lab.Computer("NODE1"));
        _lab.Until(() => !Cluster().IsRunning);
    }

    [Fact]
    public void Most_nodes_lost_at_once_are_more_than_dynamic_quorum_bears()
    {
        Form(5, "HyperVServer2012R2");
        _lab.Cut(_lab.Computer("NODE3"));
        _lab.Cut(_lab.Computer("NODE4"));
        _lab.Cut(_lab.Computer("NODE5"));
        _lab.Until(() => !Cluster().IsRunning);
    }

    [Fact]
    public void The_witness_votes_where_the_nodes_votes_are_even_from_2012_R2_on()
    {
        _lab.AddCluster(2, "HyperVServer2012R2");
        Assert.Equal(1, Cluster().WitnessDynamicWeight);
        Assert.Equal(3, Cluster().Votes);
        _lab.Do(new StopClusterNode { Node = _lab.Node("NODE2") });
        _lab.Advance(60);
        Assert.Equal(0, Cluster().WitnessDynamicWeight);
        Assert.Equal(1, Cluster().Votes);
        Assert.True(Cluster().IsRunning);
    }

    [Fact]
    public void On_2012_the_witness_always_votes()
    {
        _lab.AddCluster(2, "HyperVServer2012");
        _lab.Do(new StopClusterNode { Node = _lab.Node("NODE2") });
        _lab.Advance(60);
        Assert.Equal(1, Cluster().WitnessDynamicWeight);
        Assert.Equal(2, Cluster().Votes);
        Assert.True(Cluster().IsRunning);
    }

    [Fact]
    public void A_whole_cluster_that_was_stopped_waits_for_the_node_that_stopped_last()
    {
        Form(3, "HyperVServer2012R2");
        foreach (int number in new[] { 3, 2, 1 })
        {
            _lab.Do(new StopClusterNode { Node = _lab.Node($"NODE{number}") });
            _lab.Advance(60);
        }

        _lab.Do(new StartClusterNode { Node = _lab.Node("NODE2") });
        _lab.Do(new StartClusterNode { Node = _lab.Node("NODE3") });
        _lab.Advance(60);
        Assert.False(Cluster().IsRunning);
        _lab.Do(new StartClusterNode { Node = _lab.Node("NODE1") });
        _lab.Until(() => Cluster().IsRunning);
        Assert.Equal([1, 1, 1], Weights());
    }

    [Fact]
    public void Switched_off_it_leaves_every_node_its_vote()
    {
        Key<Cluster> cluster = Form(5, "HyperVServer2012R2");
        Lose(5);
        _lab.Do(new SetCluster { Cluster = cluster, DynamicQuorum = 0 });
        Assert.Equal([1, 1, 1, 1, 1], Weights());
        Lose(4);
        Assert.Equal(5, Cluster().Votes);
        _lab.Cut(_lab.Computer("NODE3"));
        _lab.Until(() => !Cluster().IsRunning);
    }

    [Fact]
    public void On_2008_R2_it_is_off_and_cannot_be_switched_on()
    {
        Key<Cluster> cluster = _lab.AddCluster();
        Assert.False(Cluster().DynamicQuorum);
        Assert.Contains(
            "Windows Server 2012", _lab.Refused(new SetCluster { Cluster = cluster, DynamicQuorum = 1 }).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, false, true, 5)]
    [InlineData(4, false, true, 3)]
    [InlineData(4, false, false, 4)]
    [InlineData(2, false, false, 1)]
    [InlineData(4, true, true, 4)]
    [InlineData(1, false, true, 1)]
    public void One_of_an_even_number_without_witness_has_no_vote(int members, bool witness, bool later, int voters) =>
        Assert.Equal(voters, DynamicWeights.VotersOf(members, witness, later));

    private Key<Cluster> Form(int count, string edition) =>
        _lab.Form(_lab.AddNodes(count, edition, withStorage: false));

    private ClusterView Cluster() => _lab.View<ClusterView>("C1");

    private List<int> Weights() => [.. _lab.Lab.Views<ClusterNodeView>().Select(node => node.DynamicWeight)];

    private void Lose(int number)
    {
        _lab.Cut(_lab.Computer($"NODE{number}"));
        _lab.Until(() => _lab.View<ClusterNodeView>($"NODE{number}").State == ClusterNodeState.Down);
    }
}
