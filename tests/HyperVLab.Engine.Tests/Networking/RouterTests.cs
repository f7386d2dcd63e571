using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Networking;

/// <summary>NEAR in 192.168.10.0/24 and FAR in 10.0.0.0/24, with ROUTER between them.</summary>
public sealed class RouterTests : IDisposable
{
    private const string Near = "192.168.10.21";
    private const string RouterNear = "192.168.10.1";
    private const string RouterFar = "10.0.0.1";
    private const string Far = "10.0.0.21";

    private readonly TestLab _lab = NetworkLab.Create();
    private readonly Key<PhysicalComputer> _near;
    private readonly Key<PhysicalComputer> _far;
    private readonly Key<PhysicalComputer> _router;

    public RouterTests()
    {
        var second = new Key<PhysicalSwitch>(
            _lab.Make<PhysicalSwitchView>(new AddPhysicalSwitch { Name = "Second" }).Key);
        _near = _lab.AddHyperVHost("NEAR");
        _far = _lab.AddHyperVHost("FAR");
        _router = _lab.AddHyperVHost("ROUTER");
        _lab.Do(new DisconnectNetAdapter { Computer = _far, Name = NetworkLab.NicTwo });
        Plug(_far, NetworkLab.NicOne, second);
        Plug(_router, NetworkLab.NicTwo, second);
        Give(_router, NetworkLab.NicOne, RouterNear, null);
        Give(_router, NetworkLab.NicTwo, RouterFar, null);
        Give(_near, NetworkLab.NicOne, Near, RouterNear);
        Give(_far, NetworkLab.NicOne, Far, RouterFar);
        Forward(Forwarding.Enabled);
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_ping_goes_over_a_router_and_back()
    {
        (PingStatus status, string? from) = Ping(Far);

        Assert.Equal((PingStatus.Success, Far), (status, from));
        Assert.Equal((PingStatus.Success, RouterFar), Ping(RouterFar));
    }

    [Fact]
    public void A_router_says_so_when_a_ping_was_forwarded_too_often()
    {
        Assert.Equal((PingStatus.TtlExpired, RouterNear), Ping(Far, maxHops: 1));
        Assert.Equal((PingStatus.Success, Far), Ping(Far, maxHops: 2));
        Assert.Equal((PingStatus.Success, RouterNear), Ping(RouterNear, maxHops: 1));
    }

    [Fact]
    public void A_router_says_that_nobody_is_there_or_that_it_knows_no_way()
    {
        Assert.Equal((PingStatus.DestinationHostUnreachable, RouterNear), Ping("10.0.0.77"));
        Assert.Equal((PingStatus.DestinationNetworkUnreachable, RouterNear), Ping("172.16.0.1"));
    }

    [Fact]
    public void A_computer_that_does_not_forward_lets_pings_time_out()
    {
        Forward(Forwarding.Disabled);

        Assert.Equal((PingStatus.TimedOut, null), Ping(Far));
    }

    [Fact]
    public void A_target_that_knows_no_way_back_does_not_answer()
    {
        _lab.Do(new RemoveNetIPAddress { Computer = _far, IPAddress = Far });
        Give(_far, NetworkLab.NicOne, Far, null);

        Assert.Equal((PingStatus.TimedOut, null), Ping(Far));
    }

    [Fact]
    public void What_is_counted_of_pings_over_a_router_is_what_each_step_would_have_done()
    {
        using var each = new RouterTests();
        each._lab.Arrange(state => state.SteadyPings.TakesEach = true);

        Assert.Equal(each.PingOn(), PingOn());
    }

    [Fact]
    public void A_connection_goes_over_a_router_and_breaks_without_it()
    {
        FlowView flow = _lab.Make<FlowView>(new StartFlow { SourceComputer = _near, DestinationComputer = _far });
        Assert.Equal(FlowState.Established, flow.State);
        Assert.InRange(flow.BitsPerSecond, 900_000_000, 1_000_000_000);

        Forward(Forwarding.Disabled);
        _lab.Advance(20);

        Assert.Equal(FlowReason.TimedOut, _lab.Lab.View<FlowView>(flow.Key)!.Reason);
    }

    private (PingStatus Status, string? From) Ping(string target, int? maxHops = null)
    {
        PingView ping = _lab.Make<PingView>(
            new TestConnection { Source = _near, TargetName = target, Count = 1, MaxHops = maxHops });
        PingReplyView reply = Assert.Single(_lab.Lab.Ask(new PingReplyQuery(ping.Key)));
        return (reply.Status, reply.From);
    }

    // Over the router, to it, to somebody whom it does not find and until it says enough, while it comes and goes.
    private List<string> PingOn()
    {
        List<int> pings = [];
        foreach ((string target, int? maxHops) in
            new (string, int?)[] { (Far, null), (RouterNear, null), ("10.0.0.77", null), (Far, 1), (Near, null) })
        {
            pings.Add(_lab.Begin(new TestConnection
            {
                Source = _near, TargetName = target, MaxHops = maxHops, Repeat = true,
            }).ResultKey!.Value);
        }

        foreach (Forwarding forwarding in new[] { Forwarding.Enabled, Forwarding.Disabled, Forwarding.Enabled })
        {
            Forward(forwarding);
            _lab.Advance(900);
        }

        return
        [
            .. pings.SelectMany(ping => _lab.Lab.Ask(new PingReplyQuery(ping))).Select(reply => reply.ToString()),
            .. _lab.Lab.Views<ArpEntryView>().Select(entry => entry.ToString()),
        ];
    }

    private void Forward(Forwarding forwarding)
    {
        foreach (string alias in new[] { NetworkLab.NicOne, NetworkLab.NicTwo })
        {
            _lab.Do(new SetNetIPInterface { Computer = _router, InterfaceAlias = alias, Forwarding = forwarding });
        }
    }

    private void Plug(Key<PhysicalComputer> computer, string nic, Key<PhysicalSwitch> physicalSwitch)
    {
        _lab.Do(new DisconnectNetAdapter { Computer = computer, Name = nic });
        _lab.Do(new ConnectNetAdapter { Computer = computer, Name = nic, PhysicalSwitch = physicalSwitch });
    }

    private void Give(Key<PhysicalComputer> computer, string nic, string address, string? gateway) =>
        _lab.Do(new NewNetIPAddress
        {
            Computer = computer, InterfaceAlias = nic, IPAddress = address, DefaultGateway = gateway,
        });
}
