using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Faults;
using HyperVLab.Engine.Faults.Requests;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Engine.Tests.Clustering;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Faults;

public sealed class LinkFaultTests : IDisposable
{
    private const string FirstAdapter = "Local Area Connection";
    private readonly TestLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void An_adapter_that_failed_has_no_link_until_it_is_repaired_whatever_is_done_to_its_cable()
    {
        Key<PhysicalComputer> node = _lab.AddNodes(1, withStorage: false)[0];
        Key<Fault> fault = _lab.Break(Link(FaultKind.AdapterDown, node));
        Assert.False(AdapterOf(node).IsUp);

        _lab.Do(new DisconnectNetAdapter { Computer = node, Name = FirstAdapter });
        _lab.Do(new ConnectNetAdapter { Computer = node, Name = FirstAdapter });
        Assert.False(AdapterOf(node).IsUp);

        _lab.Repair(fault);
        Assert.True(AdapterOf(node).IsUp);
    }

    [Fact]
    public void A_cable_that_was_pulled_stays_pulled_when_the_adapter_is_repaired()
    {
        Key<PhysicalComputer> node = _lab.AddNodes(1, withStorage: false)[0];
        Key<Fault> fault = _lab.Break(Link(FaultKind.AdapterDown, node));
        _lab.Do(new DisconnectNetAdapter { Computer = node, Name = FirstAdapter });

        _lab.Repair(fault);

        Assert.False(AdapterOf(node).IsUp);
    }

    [Fact]
    public void A_cable_leaves_a_broken_port_for_another_switch()
    {
        Key<PhysicalComputer> node = _lab.AddNodes(1, withStorage: false)[0];
        PhysicalSwitchView other = _lab.Make<PhysicalSwitchView>(new AddPhysicalSwitch { Name = "Spare" });
        Key<Fault> fault = _lab.Break(Link(FaultKind.SwitchPortDown, node));
        Assert.False(AdapterOf(node).IsUp);

        _lab.Do(new ConnectNetAdapter
        {
            Computer = node,
            Name = FirstAdapter,
            PhysicalSwitch = new(other.Key),
        });
        Assert.True(AdapterOf(node).IsUp);

        _lab.Repair(fault);
        Assert.True(AdapterOf(node).IsUp);
        _lab.MustComeBack(10);
    }

    [Fact]
    public void A_computer_goes_on_by_its_other_path_and_misses_its_disks_without_any()
    {
        _lab.AddSharedCluster();
        Key<PhysicalComputer> node = _lab.Computer("NODE1");
        Key<StorageArray> array = _lab.Read(state => state.StorageArrays.First(one => one.IsShared).Key);
        Key<Fault> one = _lab.Break(
            new AddFault { Kind = FaultKind.PathDown, Computer = [node], Array = array, Number = 0 });
        Assert.True(Reaches(node));

        Key<Fault> all = _lab.Break(new AddFault { Kind = FaultKind.AllPathsDown, Computer = [node] });
        Assert.False(Reaches(node));
        Assert.True(Reaches(_lab.Computer("NODE2")));

        _lab.Repair(all);
        Assert.True(Reaches(node));
        Assert.Equal(1, _lab.Read(state => state.StoragePaths.Count(path => path.State == StoragePathState.Down)));

        _lab.Repair(one);
        Assert.Equal(0, _lab.Read(state => state.StoragePaths.Count(path => path.State == StoragePathState.Down)));
    }

    [Fact]
    public void A_controller_that_fails_takes_its_path_of_every_computer()
    {
        _lab.AddSharedCluster();
        Key<StorageArray> array = _lab.Read(state => state.StorageArrays.First(one => one.IsShared).Key);

        Key<Fault> fault = _lab.Break(new AddFault { Kind = FaultKind.ControllerDown, Array = array, Number = 1 });

        Assert.True(_lab.Read(state => state.StoragePaths.Where(path => path.Array == array)
            .All(path => (path.State == StoragePathState.Down) == (path.Number == 1))));
        _lab.Repair(fault);
        Assert.True(_lab.Read(state => state.StoragePaths.All(path => path.State == StoragePathState.Up)));
    }

    [Fact]
    public void A_pulled_path_stays_out_when_a_fault_of_it_ends()
    {
        _lab.AddSharedCluster();
        Key<PhysicalComputer> node = _lab.Computer("NODE1");
        Key<StorageArray> array = _lab.Read(state => state.StorageArrays.First(one => one.IsShared).Key);
        Key<Fault> fault = _lab.Break(new AddFault { Kind = FaultKind.AllPathsDown, Computer = [node] });
        _lab.Do(new DisconnectStoragePath { Computer = node, Array = array, Number = 0 });

        _lab.Repair(fault);

        Assert.Equal(1, _lab.Read(state => state.StoragePaths.Count(path => path.State == StoragePathState.Down)));
        Assert.True(Reaches(node));
    }

    [Fact]
    public void A_lost_witness_fails_and_a_last_node_without_its_vote_stops()
    {
        Key<Cluster> cluster = _lab.AddSharedCluster();
        string witness = _lab.View<ClusterView>("C1").QuorumResource!;
        Key<Fault> fault = _lab.Break(new AddFault { Kind = FaultKind.WitnessLost, Cluster = cluster });
        Assert.NotEqual(ClusterResourceState.Online, _lab.View<ClusterResourceView>(witness).State);
        Assert.Equal(1, _lab.Read(state => state.Clusters[cluster].WitnessFaults));
        _lab.Advance(60);
        Assert.Equal(ClusterNodeState.Up, _lab.View<ClusterNodeView>("NODE2").State);

        _lab.Cut(_lab.Computer("NODE1"));
        _lab.Until(() => _lab.View<ClusterNodeView>("NODE2").State != ClusterNodeState.Up);

        _lab.Repair(fault);
        _lab.Until(() => _lab.View<ClusterNodeView>("NODE2").State == ClusterNodeState.Up);
        _lab.Until(() => _lab.View<ClusterResourceView>(witness).State == ClusterResourceState.Online);
    }

    private static AddFault Link(FaultKind kind, Key<PhysicalComputer> node) =>
        new() { Kind = kind, Computer = [node], NetAdapterName = FirstAdapter };

    private NetworkAdapterView AdapterOf(Key<PhysicalComputer> node) => Assert.Single(
        _lab.Lab.Views<NetworkAdapterView>(FirstAdapter), view => view.ComputerKey == node.Number);

    private bool Reaches(Key<PhysicalComputer> node) => _lab.Read(
        state => StorageReach.CanReach(state, node, state.Luns.First(lun => lun.IsSharedVolume).Key));
}
