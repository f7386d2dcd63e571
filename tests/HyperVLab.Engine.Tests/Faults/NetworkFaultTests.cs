using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Faults;
using HyperVLab.Engine.Faults.Requests;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Tests.Clustering;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Faults;

public sealed class NetworkFaultTests : IDisposable
{
    private readonly TestLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_partition_costs_the_smaller_side_its_membership_until_it_is_repaired()
    {
        _lab.AddCluster(3);

        Key<Fault> fault = _lab.Break(new AddFault
        {
            Kind = FaultKind.NetworkPartition,
            Computer = [_lab.Computer("NODE3")],
            ToComputer = [_lab.Computer("NODE1"), _lab.Computer("NODE2")],
        });

        Assert.Equal((100, 0), (LossFrom("NODE1", "NODE3"), LossFrom("NODE3", "DC1")));
        _lab.Until(() => StateOf("NODE3") != ClusterNodeState.Up);
        Assert.Equal(ClusterNodeState.Up, StateOf("NODE1"));
        Assert.Equal(ClusterNodeState.Up, StateOf("NODE2"));
        _lab.MustComeBack(300);
        Assert.NotEqual(ClusterNodeState.Up, StateOf("NODE3"));

        _lab.Repair(fault);
        _lab.Until(() => StateOf("NODE3") == ClusterNodeState.Up);
    }

    [Fact]
    public void A_one_way_partition_is_heard_in_the_other_direction_only()
    {
        _lab.AddNodes(2, withStorage: false);
        _lab.Break(new AddFault
        {
            Kind = FaultKind.NetworkPartition,
            Computer = [_lab.Computer("NODE1")],
            ToComputer = [_lab.Computer("NODE2")],
            OneWay = true,
        });

        Assert.Equal((100, 0), (LossFrom("NODE1", "NODE2"), LossFrom("NODE2", "NODE1")));
        Assert.NotEqual(PingStatus.Success, Ping("NODE1", "192.168.10.22", 1));
        Assert.Equal(PingStatus.Success, Ping("NODE1", "192.168.10.10", 2));
        Assert.False(_lab.Read(state => state.CanReach(_lab.Computer("NODE2"), _lab.Computer("NODE1"))));
        Assert.Equal((0, 0), (LossFrom("NODE1", "DC1"), LossFrom("DC1", "NODE1")));
    }

    [Fact]
    public void Losses_add_up_and_a_fault_without_others_named_means_everybody_else()
    {
        _lab.AddNodes(2, withStorage: false);
        AddFault loss = new()
        {
            Kind = FaultKind.NetworkLoss,
            Computer = [_lab.Computer("NODE1")],
            LossPercent = 50,
        };
        Key<Fault> first = _lab.Break(loss);
        Key<Fault> second = _lab.Break(loss with { LossPercent = 40 });

        Assert.Equal((70, 70), (LossFrom("NODE1", "NODE2"), LossFrom("DC1", "NODE1")));
        Assert.Equal(0, LossFrom("NODE2", "DC1"));

        _lab.Repair(first);
        Assert.Equal(40, LossFrom("NODE1", "NODE2"));
        _lab.Repair(second);
        Assert.Equal(0, _lab.Read(state => state.NetworkImpairments.Count));
    }

    [Fact]
    public void About_as_many_pings_are_lost_as_frames_are()
    {
        _lab.AddNodes(2, withStorage: false);
        _lab.Break(new AddFault
        {
            Kind = FaultKind.NetworkLoss,
            Computer = [_lab.Computer("NODE1")],
            ToComputer = [_lab.Computer("NODE2")],
            OneWay = true,
            LossPercent = 30,
        });

        int lost = Enumerable.Range(0, 400).Count(
            number => Ping("NODE1", "192.168.10.22", number) != PingStatus.Success);

        Assert.InRange(lost, 80, 160);
    }

    [Fact]
    public void Late_frames_make_a_ping_take_the_delay_of_both_ways()
    {
        _lab.AddNodes(2, withStorage: false);
        _lab.Break(new AddFault
        {
            Kind = FaultKind.NetworkDelay,
            Computer = [_lab.Computer("NODE1")],
            Delay = TimeSpan.FromMilliseconds(200),
        });

        TimeSpan? took = null;
        _lab.Arrange(state => took = Reachability.Probe(
            state, _lab.Computer("NODE1"), "192.168.10.22", 1, 1).Roundtrip(state, 1, 1));

        Assert.InRange(took!.Value.TotalMilliseconds, 400, 401);
    }

    [Fact]
    public void What_a_network_cannot_do_is_refused()
    {
        _lab.AddNodes(2, withStorage: false);
        AddFault loss = new()
        {
            Kind = FaultKind.NetworkLoss,
            Computer = [_lab.Computer("NODE1")],
            LossPercent = 101,
        };
        Assert.Equal("FaultLossNotPossible", _lab.Refused(loss).Error.Key);
        Assert.Equal("FaultTargetNeeded", _lab.Refused(loss with { LossPercent = null }).Error.Key);
        Assert.Equal(
            "FaultOnBothSides",
            _lab.Refused(loss with { LossPercent = 1, ToComputer = [_lab.Computer("NODE1")] }).Error.Key);
        Assert.Equal(
            "FaultDelayNotPossible",
            _lab.Refused(loss with
            {
                Kind = FaultKind.NetworkDelay,
                LossPercent = null,
                Delay = TimeSpan.FromHours(1),
            }).Error.Key);
    }

    private ClusterNodeState StateOf(string node) => _lab.View<ClusterNodeView>(node).State;

    private int LossFrom(string from, string to)
    {
        (Key<PhysicalComputer> near, Key<PhysicalComputer> far) = (_lab.Computer(from), _lab.Computer(to));
        return _lab.Read(state => NetworkFaults.LossPercent(
            state, Endpoint.Of(state, Adapters.Of(state, near)[0]), Endpoint.Of(state, Adapters.Of(state, far)[0])));
    }

    private PingStatus Ping(string from, string address, int number)
    {
        PingStatus status = default;
        Key<PhysicalComputer> source = _lab.Computer(from);
        _lab.Arrange(state => status = Reachability.Probe(state, source, address, 1, number).Status);
        return status;
    }
}
