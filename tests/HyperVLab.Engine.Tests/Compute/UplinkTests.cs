using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Making;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Compute;

public sealed class UplinkTests : IDisposable
{
    private const long Gigabit = 1_000_000_000;

    private readonly TestLab _lab = ComputeLab.Create(hosts: 2);
    private readonly Key<PhysicalSwitch> _floor;

    public UplinkTests()
    {
        _floor = new(_lab.Make<PhysicalSwitchView>(new AddPhysicalSwitch
        {
            Name = "Floor2", Uplink = new Key<PhysicalSwitch>(1), UplinkSpeedBitsPerSecond = Gigabit / 10,
        }).Key);
        foreach (string name in new[] { "FILE1", "FILE2" })
        {
            _lab.Do(new AddServer { Name = name, Edition = "WindowsServer2003Standard", PhysicalSwitch = _floor });
        }
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void Whoever_is_behind_an_uplink_shares_it_each_way_by_itself()
    {
        FlowView one = Flow("FILE1", "NODE1");
        Assert.InRange(Now(one).BitsPerSecond, 0.94 * Gigabit / 10, 0.96 * Gigabit / 10);
        Assert.Equal("Floor2: uplink, sending", Now(one).Bottleneck);

        FlowView other = Flow("FILE2", "NODE2");
        FlowView back = Flow("NODE1", "FILE2");

        Assert.InRange(Now(one).BitsPerSecond, 0.47 * Gigabit / 10, 0.48 * Gigabit / 10);
        Assert.Equal(Now(one).BitsPerSecond, Now(other).BitsPerSecond);
        Assert.InRange(Now(back).BitsPerSecond, 0.94 * Gigabit / 10, 0.96 * Gigabit / 10);
        Assert.Equal("Floor2: uplink, receiving", Now(back).Bottleneck);
    }

    [Fact]
    public void What_stays_on_a_switch_does_not_go_over_its_uplink()
    {
        FlowView near = Flow("FILE1", "FILE2");

        Assert.InRange(Now(near).BitsPerSecond, 0.94 * Gigabit, 0.96 * Gigabit);
    }

    [Fact]
    public void A_faster_uplink_counts_at_once_and_0_takes_the_bound_away()
    {
        FlowView flow = Flow("FILE1", "NODE1");
        _lab.Advance(8);
        Assert.InRange(Now(flow).Bytes, 94_000_000, 96_000_000);

        _lab.Do(new SetPhysicalSwitch { PhysicalSwitch = _floor, UplinkSpeedBitsPerSecond = Gigabit / 2 });
        Assert.InRange(Now(flow).BitsPerSecond, 0.47 * Gigabit, 0.48 * Gigabit);
        Assert.InRange(Now(flow).Bytes, 94_000_000, 96_000_000);

        _lab.Do(new SetPhysicalSwitch { PhysicalSwitch = _floor, UplinkSpeedBitsPerSecond = 0 });
        Assert.InRange(Now(flow).BitsPerSecond, 0.94 * Gigabit, 0.96 * Gigabit);
        Assert.Null(_lab.View<PhysicalSwitchView>("Floor2").UplinkSpeedBitsPerSecond);
    }

    [Fact]
    public void A_way_over_several_uplinks_is_as_fast_as_the_slowest_of_them()
    {
        var room = new Key<PhysicalSwitch>(_lab.Make<PhysicalSwitchView>(new AddPhysicalSwitch
        {
            Name = "Room7", Uplink = _floor, UplinkSpeedBitsPerSecond = Gigabit / 20,
        }).Key);
        _lab.Do(new AddServer
        {
            Name = "LAB7", Edition = "WindowsServer2003Standard", PhysicalSwitch = room,
        });

        Assert.Equal("Room7: uplink, sending", Now(Flow("LAB7", "NODE1")).Bottleneck);
        Assert.Equal("Room7: uplink, receiving", Now(Flow("FILE1", "LAB7")).Bottleneck);
    }

    [Fact]
    public void Live_migrations_reckon_with_the_uplink_between_their_hosts()
    {
        _lab.Do(new ConnectNetAdapter
        {
            Computer = _lab.Computer("NODE2"), Name = "Local Area Connection", PhysicalSwitch = _floor,
        });

        long[] speeds = _lab.Read(state =>
        {
            MigrationLink Link(string one, string other) => new(First(state, one), First(state, other));
            return new[]
            {
                MigrationLinks.SpeedOf(state, Link("NODE1", "NODE2")),
                MigrationLinks.SpeedOf(state, Link("NODE2", "FILE1")),
            };
        });

        Assert.Equal([Gigabit / 10, Gigabit], speeds);
    }

    [Fact]
    public void A_speed_needs_an_uplink_and_a_cable_that_carries_it()
    {
        LabException none = _lab.Refused(
            new SetPhysicalSwitch { PhysicalSwitch = new Key<PhysicalSwitch>(1), UplinkSpeedBitsPerSecond = Gigabit });
        LabException slow = _lab.Refused(
            new SetPhysicalSwitch { PhysicalSwitch = _floor, UplinkSpeedBitsPerSecond = 9_600 });
        LabException alone = _lab.Refused(
            new AddPhysicalSwitch { Name = "Alone", UplinkSpeedBitsPerSecond = Gigabit });

        Assert.Equal("PhysicalSwitchWithoutUplink", none.Error.Key);
        Assert.Contains("10000000", slow.Message, StringComparison.Ordinal);
        Assert.Equal("PhysicalSwitchWithoutUplink", alone.Error.Key);
    }

    [Fact]
    public void A_server_is_not_plugged_into_a_switch_with_too_few_ports()
    {
        var small = new Key<PhysicalSwitch>(
            _lab.Make<PhysicalSwitchView>(new AddPhysicalSwitch { Name = "Small", PortCount = 2 }).Key);

        LabException refusal = _lab.Refused(new AddServer
        {
            Name = "WIDE1",
            Edition = "WindowsServer2003Standard",
            NetworkAdapterCount = 3,
            PhysicalSwitch = small,
        });

        Assert.Equal("PhysicalSwitchFull", refusal.Error.Key);
    }

    private static Key<NetworkAdapter> First(LabState state, string computer) => Adapters.Of(
        state, state.Computers.Single(one => one.Name == computer).Key)[0].Key;

    private FlowView Flow(string from, string to) => _lab.Make<FlowView>(new StartFlow
    {
        SourceComputer = _lab.Computer(from), DestinationComputer = _lab.Computer(to),
    });

    private FlowView Now(FlowView flow) => _lab.Lab.View<FlowView>(flow.Key)!;
}
