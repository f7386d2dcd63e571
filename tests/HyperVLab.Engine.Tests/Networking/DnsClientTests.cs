using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Proof;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Networking;

/// <summary>A host that registers with the domain's controller, and a port that cuts it off.</summary>
public sealed class DnsClientTests : IDisposable
{
    private const string Server = "192.168.10.100";
    private const string New = "192.168.10.50";

    private readonly TestLab _lab = NetworkLab.Create();
    private readonly Key<PhysicalComputer> _host;
    private readonly Key<PhysicalComputer> _asking;
    private readonly string _old;

    public DnsClientTests()
    {
        _host = _lab.AddHyperVHost("HV1");
        _asking = _lab.AddHyperVHost("HV2");
        _lab.Do(new SetNetIPInterface
        {
            Computer = _host, InterfaceAlias = NetworkLab.NicTwo, Dhcp = DhcpState.Disabled,
        });
        _lab.Do(new RestartHost { Computer = _host });
        _lab.Advance(600);
        _old = Address;
        Assert.Equal(_old, Resolved);
    }

    private string Address => _lab.Adapter(_host).IPAddress!;

    private string? Resolved => _lab.Lab.Ask(new NameQuery(_asking, "HV1"));

    private int Updates => _lab.Read(static state => state.NameUpdates.Count);

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_name_is_registered_at_the_new_address_where_the_server_is_reached()
    {
        Move();

        Assert.Equal((New, 0), (Resolved, Updates));
    }

    [Fact]
    public void A_name_that_could_not_be_updated_leads_to_the_old_address_until_it_is_registered_again()
    {
        Cut(true);
        Move();
        Cut(false);

        Assert.Equal(_old, Resolved);
        Assert.False(Reaches("HV1"));
        Assert.True(Reaches(New));

        _lab.Do(new RegisterDnsClient { Computer = _host });

        Assert.Equal((New, 0), (Resolved, Updates));
        Assert.True(Reaches("HV1"));
    }

    [Fact]
    public void Whoever_registers_in_vain_is_told_so()
    {
        Cut(true);
        Move();

        Assert.Contains("not reached", Assert.Single(_lab.Run(new RegisterDnsClient { Computer = _host }).Warnings));
        Assert.Equal("GuestOrComputerToRegister", _lab.Refused(new RegisterDnsClient()).Error.Key);
    }

    [Fact]
    public void A_computer_with_a_static_address_tries_again_after_a_day_and_nothing_waits_besides()
    {
        int quiet = Waiting;
        Cut(true);
        Move();
        _lab.Advance(86_400);
        Assert.Equal((_old, quiet + 1), (Zone, Waiting));
        Assert.False(_lab.Lab.CanEnd);
        Cut(false);

        _lab.Advance(86_000);
        Assert.Equal(_old, Resolved);
        _lab.Advance(500);

        Assert.Equal((New, quiet), (Resolved, Waiting));
    }

    [Fact]
    public void A_computer_registers_when_it_starts()
    {
        Cut(true);
        Move();
        Cut(false);
        _lab.Do(new RestartHost { Computer = _host });
        _lab.Advance(600);

        Assert.Equal((New, 0), (Resolved, Updates));
    }

    [Fact]
    public void A_name_of_before_stays_where_the_server_was_not_reached_when_it_changed()
    {
        Cut(true);
        _lab.Do(new RenameHost { Computer = _host, NewName = "HV9" });
        _lab.Do(new RestartHost { Computer = _host });
        _lab.Advance(600);
        Cut(false);

        Assert.Equal(_old, Zone);
    }

    [Fact]
    public void A_holder_that_is_cut_off_loses_its_lease_when_its_time_is_over_and_gets_one_again()
    {
        int quiet = Waiting;
        Cut(true);
        Assert.Equal(quiet + 1, Waiting);
        Assert.False(_lab.Lab.CanEnd);
        _lab.Advance(TimeSpan.FromDays(3.9).TotalSeconds);
        Assert.Equal(_old, Address);

        _lab.Advance(TimeSpan.FromDays(4.2).TotalSeconds);
        Assert.StartsWith("169.254.", Address, StringComparison.Ordinal);
        Assert.DoesNotContain(_lab.Lab.Views<DhcpLeaseView>(), lease => lease.HostName == "HV1");
        Assert.Equal(_old, Zone);

        Cut(false);
        Assert.StartsWith("192.168.10.", Address, StringComparison.Ordinal);
        Assert.Equal((Address, quiet), (Resolved, Waiting));
        Assert.Empty(_lab.Lab.Ask(new InvariantsQuery()));
    }

    [Fact]
    public void A_holder_that_was_cut_off_for_a_while_renews_its_lease()
    {
        int quiet = Waiting;
        Cut(true);
        _lab.Advance(TimeSpan.FromDays(3).TotalSeconds);
        DhcpLeaseView cut = Assert.Single(_lab.Lab.Views<DhcpLeaseView>(), lease => lease.HostName == "HV1");
        Cut(false);

        DhcpLeaseView renewed = Assert.Single(_lab.Lab.Views<DhcpLeaseView>(), lease => lease.HostName == "HV1");
        Assert.True(renewed.ExpiresAt > cut.ExpiresAt);
        Assert.Equal((_old, quiet), (Address, Waiting));
    }

    private int Waiting => _lab.Read(static state => state.Scheduler.Queue.Count);

    private string? Zone => _lab.Read(static state => DnsZone.Find(state, "HV1")?.Address);

    private void Move()
    {
        _lab.Do(new NewNetIPAddress { Computer = _host, InterfaceAlias = NetworkLab.NicOne, IPAddress = New });
        _lab.Do(new SetDnsClientServerAddress
        {
            Computer = _host, InterfaceAlias = NetworkLab.NicOne, ServerAddresses = [Server],
        });
    }

    private void Cut(bool isCut) => _lab.Arrange(state =>
    {
        foreach (NetworkAdapter adapter in Adapters.Of(state, _host))
        {
            PortVlans.Set(
                state,
                new Key<PhysicalSwitch>(1),
                new SwitchPort(adapter.Key, null),
                isCut ? PortVlan.Access(9) : PortVlan.Open);
        }
    });

    private bool Reaches(string target)
    {
        PingStatus status = PingStatus.TimedOut;
        string? address = _lab.Lab.Ask(new NameQuery(_asking, target));
        _lab.Arrange(state => status = address is null
            ? status
            : Reachability.Probe(state, _asking, address, 1, 1).Status);
        return status == PingStatus.Success;
    }
}
