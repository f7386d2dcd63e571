using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Clustering;

public sealed class ForcedQuorumTests : IDisposable
{
    private readonly TestLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_side_without_quorum_is_forced_to_start_with_a_warning_and_runs_its_machines()
    {
        Key<VirtualMachine> web = LoseQuorum();
        JobView job = _lab.Run(Force("NODE3"));
        Assert.Null(job.Failure);
        Assert.Contains("without quorum", Assert.Single(job.Warnings), StringComparison.Ordinal);
        Assert.True(Cluster().IsRunning);
        Assert.True(Cluster().IsQuorumForced);
        _lab.Until(() => _lab.StateOf(web) == VMState.Running);
        Assert.Equal("NODE3", _lab.View<ClusterGroupView>("web01").OwnerNode);
    }

    [Fact]
    public void A_machine_that_was_turned_off_for_want_of_quorum_runs_again_where_it_was()
    {
        _lab.AddSharedCluster(3);
        Key<VirtualMachine> web = _lab.AddClusteredVM("web01", _lab.Computer("NODE3"), "192.168.10.41");
        _lab.Do(new StartClusterGroup { Group = _lab.Group("web01") });
        _lab.Cut(_lab.Computer("NODE1"));
        _lab.Cut(_lab.Computer("NODE2"));
        _lab.Until(() => !Cluster().IsRunning);
        _lab.Advance(120);
        Assert.Equal(VMState.Off, _lab.StateOf(web));
        _lab.Do(Force("NODE3"));
        _lab.Until(() => _lab.StateOf(web) == VMState.Running);
    }

    [Fact]
    public void It_is_forced_no_more_when_others_have_joined_and_then_needs_quorum()
    {
        LoseQuorum();
        _lab.Do(Force("NODE3"));
        _lab.Do(new StartHost { Computer = _lab.Computer("NODE1") });
        _lab.Until(() => _lab.View<ClusterNodeView>("NODE1").State == ClusterNodeState.Up);
        Assert.False(Cluster().IsQuorumForced);
        _lab.Cut(_lab.Computer("NODE1"));
        _lab.Until(() => !Cluster().IsRunning);
    }

    [Fact]
    public void While_it_is_forced_it_loses_nodes_and_goes_on()
    {
        _lab.AddCluster(5);
        foreach (int number in new[] { 1, 2, 3, 4, 5 })
        {
            _lab.Cut(_lab.Computer($"NODE{number}"));
        }

        _lab.Advance(60);
        _lab.Do(new StartHost { Computer = _lab.Computer("NODE4") });
        _lab.Do(new StartHost { Computer = _lab.Computer("NODE5") });
        _lab.Advance(300);
        Assert.False(Cluster().IsRunning);
        _lab.Do(Force("NODE5"));
        Assert.Equal(ClusterNodeState.Up, _lab.View<ClusterNodeView>("NODE4").State);
        _lab.Cut(_lab.Computer("NODE5"));
        _lab.Until(() => _lab.View<ClusterNodeView>("NODE5").State == ClusterNodeState.Down);
        Assert.True(Cluster().IsRunning);
        _lab.Until(() => _lab.View<ClusterGroupView>("Cluster Group").State == ClusterGroupState.Online);
        Assert.Equal("NODE4", _lab.View<ClusterGroupView>("Cluster Group").OwnerNode);
    }

    [Fact]
    public void Where_another_side_has_quorum_nothing_is_forced()
    {
        _lab.AddCluster(3);
        foreach (string adapter in new[] { "Local Area Connection", "Local Area Connection 2" })
        {
            _lab.Do(new DisconnectNetAdapter { Computer = _lab.Computer("NODE3"), Name = adapter });
        }

        _lab.Until(() => _lab.View<ClusterNodeView>("NODE3").State == ClusterNodeState.Down);
        JobView job = _lab.Run(Force("NODE3"));
        Assert.Equal("ClusterRunsElsewhere", job.Failure?.Error.Key);
        Assert.Contains("NODE1, NODE2", job.Failure!.Message, StringComparison.Ordinal);
        Assert.NotEqual(ClusterNodeState.Up, _lab.View<ClusterNodeView>("NODE3").State);
        Assert.False(Cluster().IsQuorumForced);
    }

    [Fact]
    public void A_node_that_prevents_quorum_joins_and_never_forms_the_cluster()
    {
        _lab.AddCluster(3, "HyperVServer2012R2");
        foreach (int number in new[] { 3, 2, 1 })
        {
            _lab.Do(new StopClusterNode { Node = _lab.Node($"NODE{number}") });
        }

        Assert.Equal("ClusterForceOrPrevent", _lab.Refused(
            Force("NODE1") with { PreventQuorum = true }).Error.Key);
        _lab.Do(Prevent("NODE1"));
        _lab.Do(Prevent("NODE2"));
        _lab.Do(Prevent("NODE3"));
        _lab.Advance(600);
        Assert.False(Cluster().IsRunning);
        Assert.True(_lab.View<ClusterNodeView>("NODE1").NeedsPreventQuorum);
        _lab.Do(Force("NODE1"));
        Assert.All(_lab.Lab.Views<ClusterNodeView>(), node => Assert.Equal(ClusterNodeState.Up, node.State));
        Assert.All(_lab.Lab.Views<ClusterNodeView>(), node => Assert.False(node.NeedsPreventQuorum));
        Assert.False(Cluster().IsQuorumForced);
    }

    [Fact]
    public void Preventing_quorum_came_with_2012()
    {
        _lab.AddCluster();
        _lab.Do(new StopClusterNode { Node = _lab.Node("NODE2") });
        Assert.Contains("Windows Server 2012", _lab.Refused(Prevent("NODE2")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_node_that_is_asked_to_stop_and_loses_quorum_meanwhile_has_stopped()
    {
        _lab.AddCluster(3);
        _lab.Do(new StopClusterNode { Node = _lab.Node("NODE3") });
        _lab.Do(new StopClusterNode { Node = _lab.Node("NODE2") });
        _lab.Do(new StopClusterNode { Node = _lab.Node("NODE1") });
        _lab.Advance(600);
        Assert.Equal(ClusterNodeState.Down, _lab.View<ClusterNodeView>("NODE1").State);
    }

    private StartClusterNode Force(string node) => new() { Node = _lab.Node(node), ForceQuorum = true };

    private StartClusterNode Prevent(string node) => new() { Node = _lab.Node(node), PreventQuorum = true };

    private ClusterView Cluster() => _lab.View<ClusterView>("C1");

    // Three nodes, of which the last alone lives and waits.
    private Key<VirtualMachine> LoseQuorum()
    {
        _lab.AddSharedCluster(3);
        Key<VirtualMachine> web = _lab.AddClusteredVM("web01", _lab.Computer("NODE1"), "192.168.10.41");
        _lab.Do(new StartClusterGroup { Group = _lab.Group("web01") });
        _lab.Cut(_lab.Computer("NODE1"));
        _lab.Cut(_lab.Computer("NODE2"));
        _lab.Until(() => !Cluster().IsRunning);
        _lab.Advance(120);
        Assert.Equal(ClusterNodeState.Joining, _lab.View<ClusterNodeView>("NODE3").State);
        return web;
    }
}
