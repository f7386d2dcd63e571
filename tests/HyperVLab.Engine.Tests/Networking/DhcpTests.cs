using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Networking;

/// <summary>A scope of two addresses that SERVER serves in a network of its own, with room for two clients.</summary>
public sealed class DhcpTests : IDisposable
{
    private readonly TestLab _lab = NetworkLab.Create();
    private readonly Key<PhysicalComputer> _server;
    private readonly Key<PhysicalSwitch> _network;

    public DhcpTests()
    {
        _network = new Key<PhysicalSwitch>(_lab.Make<PhysicalSwitchView>(new AddPhysicalSwitch { Name = "Own" }).Key);
        _server = _lab.AddHyperVHost("SERVER");
        Plug(_server);
        _lab.Do(new NewNetIPAddress
        {
            Computer = _server, InterfaceAlias = NetworkLab.NicTwo, IPAddress = "10.0.0.1",
        });
        _lab.Do(Scope());
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void Clients_get_addresses_until_none_is_left_and_then_take_one_of_their_own()
    {
        Assert.Equal("10.0.0.50", Client("ONE"));
        Assert.Equal("10.0.0.51", Client("TWO"));
        Assert.StartsWith("169.254.", Client("THREE"), StringComparison.Ordinal);
        Assert.Equal(16, _lab.Adapter(_lab.Computer("THREE"), NetworkLab.NicTwo).PrefixLength);

        _lab.Do(new NewNetIPAddress
        {
            Computer = _lab.Computer("ONE"), InterfaceAlias = NetworkLab.NicTwo, IPAddress = "10.0.0.9",
        });

        Assert.Equal("10.0.0.50", AddressOf("THREE"));
    }

    [Fact]
    public void A_server_that_a_VLAN_keeps_apart_gives_nothing_until_it_is_heard_again()
    {
        SetVlan(7);
        Assert.StartsWith("169.254.", Client("ONE"), StringComparison.Ordinal);

        SetVlan(null);
        Replug("ONE");

        Assert.Equal("10.0.0.50", AddressOf("ONE"));
    }

    [Fact]
    public void A_server_that_is_off_gives_nothing()
    {
        _lab.Do(new StopHost { Computer = _server, TurnOff = true });

        Assert.StartsWith("169.254.", Client("ONE"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_lease_is_renewed_while_its_holder_is_there_and_expires_after_it_has_gone()
    {
        Client("ONE");
        Client("TWO");
        _lab.Advance(20 * 24 * 3600);
        Assert.All(Leases(), lease => Assert.False(lease.IsExpired));
        Assert.All(Leases(), lease => Assert.InRange(
            lease.ExpiresAt!.Value - _lab.Lab.Now, TimeSpan.FromHours(12), TimeSpan.FromDays(1)));

        _lab.Do(new StopHost { Computer = _lab.Computer("ONE"), TurnOff = true });
        _lab.Advance(3600);
        Assert.StartsWith("169.254.", Client("THREE"), StringComparison.Ordinal);
        _lab.Advance(24 * 3600);
        Assert.Contains(Leases(), lease => lease is { IPAddress: "10.0.0.50", IsExpired: true });
        Replug("THREE");
        Assert.Equal("10.0.0.50", AddressOf("THREE"));

        _lab.Do(new StartHost { Computer = _lab.Computer("ONE") });
        _lab.Advance(600);
        Assert.StartsWith("169.254.", AddressOf("ONE"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_that_went_to_another_adapter_stays_its_computers()
    {
        string edition = Editions.All.First(one => one.Version == WindowsVersion.W2012R2).Id;
        Key<PhysicalComputer> host = _lab.AddHyperVHost("HOST", edition);
        string address = _lab.Adapter(host).IPAddress!;
        _lab.Do(new NewNetLbfoTeam
        {
            Computer = host, Name = "Team1", TeamMembers = [NetworkLab.NicOne, NetworkLab.NicTwo],
        });
        _lab.Do(new RemoveNetLbfoTeamMember { Computer = host, Team = "Team1", Name = NetworkLab.NicOne });
        _lab.Do(new RemoveNetLbfoTeam { Computer = host, Name = "Team1" });
        Assert.Equal(address, _lab.Adapter(host, NetworkLab.NicTwo).IPAddress);

        _lab.Do(new StopHost { Computer = host, TurnOff = true });
        _lab.Do(new StartHost { Computer = host });
        _lab.Advance(600);

        Assert.Equal(address, _lab.Adapter(host, NetworkLab.NicTwo).IPAddress);
    }

    [Fact]
    public void What_comes_with_an_address_is_what_the_scope_says_when_it_is_given()
    {
        AddressPoolView pool = _lab.Lab.Views<AddressPoolView>("Own")[0];
        _lab.Do(new SetDhcpServerv4OptionValue
        {
            Scope = new Key<AddressPool>(pool.Key), Router = "10.0.0.1", DnsServer = "10.0.0.1",
        });
        Client("ONE");

        Assert.Equal("10.0.0.1", _lab.Read(state => Adapters.Of(state, _lab.Computer("ONE"))
            .First(adapter => adapter.Name == NetworkLab.NicTwo).DefaultGateway));
    }

    [Fact]
    public void What_cannot_be_a_scope_is_refused()
    {
        Assert.Contains("subnet mask", Refusal(Scope() with { SubnetMask = "255.0.255.0" }), StringComparison.Ordinal);
        Assert.Contains("no adapter", Refusal(Scope() with
        {
            StartRange = "10.9.0.50", EndRange = "10.9.0.51",
        }), StringComparison.Ordinal);
        _lab.Refused(Scope());
        _lab.Refused(Scope() with { Name = "Other" });
        _lab.Refused(Scope() with { LeaseDuration = TimeSpan.Zero });
    }

    private AddDhcpServerv4Scope Scope() => new()
    {
        Computer = _server,
        Name = "Own",
        StartRange = "10.0.0.50",
        EndRange = "10.0.0.51",
        SubnetMask = "255.255.255.0",
        LeaseDuration = TimeSpan.FromDays(1),
    };

    private string Refusal(AddDhcpServerv4Scope scope) => _lab.Refused(scope).Message;

    private IReadOnlyList<DhcpLeaseView> Leases() =>
        [.. _lab.Lab.Views<DhcpLeaseView>().Where(lease => lease.ScopeId == "10.0.0.0")];

    private string Client(string name)
    {
        Plug(_lab.AddHyperVHost(name));
        return AddressOf(name);
    }

    private string AddressOf(string name) => _lab.Read(state => Adapters.Of(state, _lab.Computer(name))
        .First(adapter => adapter.Name == NetworkLab.NicTwo).IPAddress)!;

    private void Plug(Key<PhysicalComputer> computer)
    {
        _lab.Do(new SetNetIPInterface
        {
            Computer = computer, InterfaceAlias = NetworkLab.NicTwo, Dhcp = DhcpState.Disabled,
        });
        _lab.Do(new DisconnectNetAdapter { Computer = computer, Name = NetworkLab.NicTwo });
        _lab.Do(new ConnectNetAdapter { Computer = computer, Name = NetworkLab.NicTwo, PhysicalSwitch = _network });
        _lab.Do(new SetNetIPInterface
        {
            Computer = computer, InterfaceAlias = NetworkLab.NicTwo, Dhcp = DhcpState.Enabled,
        });
    }

    private void Replug(string name)
    {
        Key<PhysicalComputer> computer = _lab.Computer(name);
        _lab.Do(new DisconnectNetAdapter { Computer = computer, Name = NetworkLab.NicTwo });
        _lab.Do(new ConnectNetAdapter { Computer = computer, Name = NetworkLab.NicTwo });
    }

    private void SetVlan(int? vlanId) => _lab.Do(new SetPhysicalSwitchPort
    {
        PhysicalSwitch = _network,
        Adapter = new Key<NetworkAdapter>(_lab.Adapter(_server, NetworkLab.NicTwo).Key),
        Access = vlanId is not null,
        VlanId = vlanId,
        Untagged = vlanId is null,
    });
}
