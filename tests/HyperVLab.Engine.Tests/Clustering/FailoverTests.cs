using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Clustering;

public sealed class FailoverTests : IDisposable
{
    private readonly TestLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_dead_node_is_up_until_five_heartbeats_are_missed()
    {
        _lab.AddCluster();
        _lab.Cut(_lab.Computer("NODE2"));
        Assert.Equal(ClusterNodeState.Up, _lab.View<ClusterNodeView>("NODE2").State);
        TimeSpan taken = _lab.Until(() => _lab.Lab.Views<ClusterView>()[0].Regroup is not null);
        Assert.InRange(taken.TotalSeconds, 4, 5);
        TimeSpan whole = _lab.Until(() => _lab.View<ClusterNodeView>("NODE2").State == ClusterNodeState.Down);
        Assert.Equal(ClusterSettings.RegroupOpening + (4 * ClusterSettings.RegroupTick), whole);
    }

    [Fact]
    public void A_virtual_machine_whose_host_died_boots_on_the_other_node_and_the_survivors_is_not_disturbed()
    {
        _lab.AddSharedCluster();
        Key<PhysicalComputer> first = _lab.Computer("NODE1");
        Key<PhysicalComputer> second = _lab.Computer("NODE2");
        Key<VirtualMachine> web = _lab.AddClusteredVM("web01", second, "192.168.10.41");
        Key<VirtualMachine> db = _lab.AddClusteredVM("db01", first, "192.168.10.42");
        _lab.Do(new StartClusterGroup { Group = _lab.Group("web01") });
        _lab.Do(new StartClusterGroup { Group = _lab.Group("db01") });
        _lab.Until(() => _lab.GuestOf(web) == GuestState.Running && _lab.GuestOf(db) == GuestState.Running);
        MoveVolumeTo("NODE2");

        _lab.Cut(second);
        Assert.Equal(VMState.Off, _lab.StateOf(web));
        Assert.Equal(ClusterGroupState.Online, _lab.View<ClusterGroupView>("web01").State);
        TimeSpan owner = _lab.Until(() => _lab.Lab.Views<ClusterSharedVolumeView>()[0].OwnerNode == "NODE1");
        Assert.Equal(VMState.Running, _lab.StateOf(db));
        TimeSpan started = _lab.Until(() => _lab.StateOf(web) == VMState.Running);
        _lab.Until(() => _lab.GuestOf(web) == GuestState.Running);
        Assert.Equal(GuestState.Running, _lab.GuestOf(db));
        Assert.Equal("NODE1", _lab.View<ClusterGroupView>("web01").OwnerNode);
        Assert.Equal(ClusterGroupState.Online, _lab.View<ClusterGroupView>("web01").State);
        Assert.InRange((owner + started).TotalSeconds, 10, 40);
    }

    [Fact]
    public void A_cluster_that_is_formed_anew_does_not_count_the_node_that_died_last_among_its_members()
    {
        _lab.AddSharedCluster();
        Key<PhysicalComputer> first = _lab.Computer("NODE1");
        Key<PhysicalComputer> second = _lab.Computer("NODE2");
        Key<VirtualMachine> vm = _lab.AddClusteredVM("web01", second, "192.168.10.41");
        _lab.Do(new StartClusterGroup { Group = _lab.Group("web01") });
        _lab.Do(new StopHost { Computer = first });
        _lab.Cut(second);
        Assert.Equal(ClusterNodeState.Up, _lab.View<ClusterNodeView>("NODE2").State);

        _lab.Do(new StartHost { Computer = first });
        _lab.Until(() => _lab.View<ClusterNodeView>("NODE1").State == ClusterNodeState.Up);

        Assert.Equal(ClusterNodeState.Down, _lab.View<ClusterNodeView>("NODE2").State);
        _lab.Until(() => _lab.StateOf(vm) == VMState.Running);
        Assert.Equal(first, _lab.Read(state => state.VirtualMachines[vm].Computer));
    }

    [Fact]
    public void The_witness_is_won_from_a_dead_holder_after_two_defences()
    {
        _lab.AddCluster();
        string holder = _lab.View<ClusterGroupView>("Cluster Group").OwnerNode;
        string other = holder == "NODE1" ? "NODE2" : "NODE1";
        _lab.Cut(_lab.Computer(holder));
        _lab.Until(() => _lab.Lab.Views<ClusterView>()[0].Regroup == RegroupPhase.Arbitrating);
        Assert.Equal(
            ClusterSettings.ArbitrationDelay, _lab.Until(() => _lab.Lab.Views<ClusterView>()[0].Regroup is null));
        Assert.Equal(ClusterNodeState.Up, _lab.View<ClusterNodeView>(other).State);
        _lab.Until(() => _lab.View<ClusterGroupView>("Cluster Group").State == ClusterGroupState.Online);
        Assert.Equal(other, _lab.View<ClusterGroupView>("Cluster Group").OwnerNode);
    }

    [Fact]
    public void A_cluster_that_loses_quorum_stops_on_the_survivors_and_comes_back_with_another_node()
    {
        _lab.AddCluster(3);
        _lab.Cut(_lab.Computer("NODE1"));
        _lab.Until(() => _lab.View<ClusterNodeView>("NODE1").State == ClusterNodeState.Down);
        _lab.Cut(_lab.Computer("NODE2"));
        _lab.Until(() => !_lab.View<ClusterView>("C1").IsRunning);
        Assert.NotEqual(ClusterNodeState.Up, _lab.View<ClusterNodeView>("NODE3").State);
        Assert.Equal("ClusterServiceNotRunning", _lab.Refused(
            new StartClusterGroup { Group = _lab.Group("Cluster Group") }).Id);
        _lab.Do(new StartHost { Computer = _lab.Computer("NODE1") });
        _lab.Until(() => _lab.View<ClusterView>("C1").IsRunning);
        _lab.Until(() => _lab.View<ClusterGroupView>("Cluster Group").State == ClusterGroupState.Online);
    }

    [Fact]
    public void A_cut_off_node_stops_and_turns_its_machines_off_before_the_others_start_them()
    {
        _lab.AddSharedCluster();
        Key<VirtualMachine> web = _lab.AddClusteredVM("web01", _lab.Computer("NODE2"), "192.168.10.41");
        _lab.Do(new StartClusterGroup { Group = _lab.Group("web01") });
        foreach (string adapter in new[] { "Local Area Connection", "Local Area Connection 2" })
        {
            _lab.Do(new DisconnectNetAdapter { Computer = _lab.Computer("NODE2"), Name = adapter });
        }

        _lab.Until(() => _lab.View<ClusterNodeView>("NODE2").State == ClusterNodeState.Down);
        Assert.NotEqual(VMState.Running, _lab.StateOf(web));
        _lab.Until(() => _lab.StateOf(web) == VMState.Running);
        Assert.Equal("NODE1", _lab.View<ClusterGroupView>("web01").OwnerNode);
        Assert.Equal(_lab.Computer("NODE1"), _lab.Read(state => state.VirtualMachines[web].Computer));
    }

    [Fact]
    public void One_lost_network_of_two_disturbs_nobody()
    {
        _lab.AddCluster();
        _lab.Do(new DisconnectNetAdapter { Computer = _lab.Computer("NODE2"), Name = "Local Area Connection 2" });
        _lab.Advance(60);
        Assert.All(_lab.Lab.Views<ClusterNodeView>(), node => Assert.Equal(ClusterNodeState.Up, node.State));
        Assert.NotEqual(ClusterNetworkState.Up, _lab.View<ClusterNetworkView>("Cluster Network 2").State);
    }

    [Fact]
    public void A_node_that_boots_joins_again()
    {
        _lab.AddSharedCluster();
        Key<PhysicalComputer> second = _lab.Computer("NODE2");
        _lab.Cut(second);
        _lab.Until(() => _lab.View<ClusterNodeView>("NODE2").State == ClusterNodeState.Down);
        _lab.Do(new StartHost { Computer = second });
        _lab.Until(() => _lab.View<ClusterNodeView>("NODE2").State == ClusterNodeState.Up);
        Assert.True(_lab.Read(state => state.VolumeMounts.Any(
            mount => mount.Computer == second && mount.Path == @"C:\ClusterStorage\Volume1")));
    }

    [Fact]
    public void A_shutdown_moves_what_the_node_owns_first()
    {
        _lab.AddSharedCluster();
        Key<VirtualMachine> web = _lab.AddClusteredVM("web01", _lab.Computer("NODE1"), "192.168.10.41");
        _lab.Do(new StartClusterGroup { Group = _lab.Group("web01") });
        _lab.Until(() => _lab.GuestOf(web) == GuestState.Running);
        _lab.Do(new StopHost { Computer = _lab.Computer("NODE1") });
        _lab.Until(() => _lab.StateOf(web) == VMState.Running);
        Assert.Equal("NODE2", _lab.View<ClusterGroupView>("web01").OwnerNode);
        Assert.Equal(GuestState.Running, _lab.GuestOf(web));
        Assert.Equal(ClusterNodeState.Down, _lab.View<ClusterNodeView>("NODE1").State);
        Assert.True(_lab.View<ClusterView>("C1").IsRunning);
        Assert.Equal("NODE2", _lab.Lab.Views<ClusterSharedVolumeView>()[0].OwnerNode);
    }

    [Fact]
    public void A_whole_cluster_that_was_switched_off_comes_back_as_it_was()
    {
        _lab.AddSharedCluster();
        Key<VirtualMachine> web = _lab.AddClusteredVM("web01", _lab.Computer("NODE1"), "192.168.10.41");
        _lab.Do(new StartClusterGroup { Group = _lab.Group("web01") });
        _lab.Cut(_lab.Computer("NODE1"));
        _lab.Cut(_lab.Computer("NODE2"));
        _lab.Advance(120);
        Assert.False(_lab.View<ClusterView>("C1").IsRunning);
        _lab.Do(new StartHost { Computer = _lab.Computer("NODE2") });
        _lab.Do(new StartHost { Computer = _lab.Computer("NODE1") });
        _lab.Until(() => _lab.GuestOf(web) == GuestState.Running);
        Assert.Equal(ClusterGroupState.Online, _lab.View<ClusterGroupView>("web01").State);
    }

    [Fact]
    public void A_machine_that_does_not_fit_is_tried_there_and_elsewhere_and_then_left_failed()
    {
        _lab.AddSharedCluster();
        _lab.AddClusteredVM("web01", _lab.Computer("NODE1"), "192.168.10.41");
        _lab.Do(new SetVM { VM = new Key<VirtualMachine>(1), MemoryStartupBytes = 60L << 30 });
        Assert.Equal("OutOfMemory", _lab.Run(new StartClusterGroup { Group = _lab.Group("web01") }).ErrorId);
        _lab.Until(() => _lab.View<ClusterGroupView>("web01").State == ClusterGroupState.Failed);
        Assert.Equal("NODE2", _lab.View<ClusterGroupView>("web01").OwnerNode);
    }

    [Fact]
    public void Two_labs_of_one_seed_fail_over_alike()
    {
        string First(TestLab lab)
        {
            lab.AddSharedCluster();
            lab.AddClusteredVM("web01", lab.Computer("NODE2"), "192.168.10.41");
            lab.Do(new StartClusterGroup { Group = lab.Group("web01") });
            lab.Cut(lab.Computer("NODE2"));
            lab.Advance(300);
            return lab.Lab.JournalHash + lab.Lab.StateHash;
        }

        using var other = new TestLab();
        Assert.Equal(First(_lab), First(other));
    }

    private void MoveVolumeTo(string node)
    {
        ClusterSharedVolumeView volume = _lab.Lab.Views<ClusterSharedVolumeView>()[0];
        if (volume.OwnerNode != node)
        {
            _lab.Do(new MoveClusterSharedVolume
            {
                Volume = new Key<ClusterSharedVolume>(volume.Key),
                Node = _lab.Node(node),
            });
        }
    }
}
