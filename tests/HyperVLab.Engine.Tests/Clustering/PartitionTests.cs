using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Clustering;

/// <summary>Networks that lead in one direction, or not everywhere: who stays a member hears everybody.</summary>
public sealed class PartitionTests : IDisposable
{
    private readonly TestLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void Heartbeats_lost_on_one_of_two_networks_are_no_silence()
    {
        _lab.AddCluster(3);
        _lab.Do(new DisconnectNetAdapter { Computer = _lab.Computer("NODE3"), Name = "Local Area Connection" });
        _lab.Advance(60);
        Assert.Equal("Up Up Up", States());
    }

    [Fact]
    public void A_node_that_is_heard_and_hears_nobody_is_removed()
    {
        _lab.AddCluster(3);
        Lose(["NODE1", "NODE2"], ["NODE3"], oneWay: true);
        _lab.Advance(30);
        Assert.Equal("Up Up Down", States());
    }

    [Fact]
    public void One_that_is_not_heard_by_one_other_is_removed_and_comes_back_with_the_link()
    {
        _lab.AddCluster(3);
        Key<NetworkImpairment> loss = Lose(["NODE2"], ["NODE3"], oneWay: true);
        _lab.Advance(30);
        Assert.Equal("Up Up Down", States());

        // Its service starts again by itself, and it waits: it does not hear every member.
        _lab.Advance(120);
        Assert.Equal("Up Up Joining", States());

        _lab.Arrange(lab => NetworkFaults.Repair(lab, loss));
        _lab.Advance(30);
        Assert.Equal("Up Up Up", States());
    }

    [Fact]
    public void Of_a_chain_of_three_the_two_that_hear_each_other_go_on_and_the_machine_of_the_third_moves()
    {
        _lab.AddSharedCluster(3);
        Key<VirtualMachine> web = _lab.AddClusteredVM("web01", _lab.Computer("NODE3"), "192.168.10.41");
        _lab.Do(new StartClusterGroup { Group = _lab.Group("web01") });

        Lose(["NODE1"], ["NODE3"], oneWay: false);
        _lab.Until(() => _lab.View<ClusterNodeView>("NODE3").State != ClusterNodeState.Up);
        Assert.NotEqual(VMState.Running, _lab.StateOf(web));
        _lab.Until(() => _lab.StateOf(web) == VMState.Running);
        Assert.NotEqual("NODE3", _lab.View<ClusterGroupView>("web01").OwnerNode);
        Assert.Equal("Up Up Down", States());
    }

    [Fact]
    public void A_node_that_waited_for_a_link_joins_when_the_other_end_of_it_leaves()
    {
        _lab.AddCluster(5);
        Lose(["NODE2"], ["NODE5"], oneWay: false);
        _lab.Advance(150);
        Assert.Equal("Up Up Up Up Joining", States());
        _lab.Cut(_lab.Computer("NODE2"));
        _lab.Advance(60);
        Assert.Equal("Up Down Up Up Up", States());
    }

    [Fact]
    public void Two_halves_of_four_without_a_witness_both_stop()
    {
        _lab.Form(_lab.AddNodes(4, withStorage: false));
        Lose(["NODE1", "NODE2"], ["NODE3", "NODE4"], oneWay: false);
        _lab.Advance(30);
        Assert.False(_lab.View<ClusterView>("C1").IsRunning);
    }

    [Fact]
    public void Of_two_halves_of_four_the_one_that_holds_the_witness_goes_on()
    {
        _lab.AddCluster(4);
        Lose(["NODE1", "NODE2"], ["NODE3", "NODE4"], oneWay: false);
        _lab.Advance(30);
        string holder = _lab.View<ClusterGroupView>("Cluster Group").OwnerNode;
        Assert.Equal(
            holder is "NODE1" or "NODE2" ? "Up Up Down Down" : "Down Down Up Up",
            States());
    }

    [Fact]
    public void A_membership_found_alike_whatever_the_order_of_the_losses()
    {
        string Play(params string[] lost)
        {
            using var lab = new TestLab();
            lab.AddCluster(5);
            foreach (string name in lost)
            {
                lab.CutNetwork(lab.Computer(name));
            }

            lab.Advance(40);
            return string.Join(' ', lab.Lab.Views<ClusterNodeView>().Select(static node => node.State));
        }

        Assert.Equal(Play("NODE2", "NODE4"), Play("NODE4", "NODE2"));
    }

    private Key<NetworkImpairment> Lose(string[] near, string[] far, bool oneWay)
    {
        Key<NetworkImpairment> made = default;
        List<Key<PhysicalComputer>> from = [.. near.Select(_lab.Computer)];
        List<Key<PhysicalComputer>> to = [.. far.Select(_lab.Computer)];
        _lab.Arrange(lab => made = NetworkFaults.Impair(
            lab, key => new NetworkImpairment(key, from, to, oneWay, lossPercent: 100, TimeSpan.Zero)));
        return made;
    }

    private string States() =>
        string.Join(' ', _lab.Lab.Views<ClusterNodeView>().Select(static node => node.State));
}
