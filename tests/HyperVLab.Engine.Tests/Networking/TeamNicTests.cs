using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Networking;

/// <summary>Two hosts of 2012 R2, each with a team of two cards, in one network.</summary>
public sealed class TeamNicTests : IDisposable
{
    private const string NicThree = "Local Area Connection 3";
    private const string NicFour = "Local Area Connection 4";

    private readonly TestLab _lab = NetworkLab.Create();
    private readonly Key<PhysicalComputer> _one;
    private readonly Key<PhysicalComputer> _two;

    public TeamNicTests()
    {
        _one = AddTeamed("HV1");
        _two = AddTeamed("HV2");
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_team_has_an_adapter_in_the_default_mode_and_takes_others_for_VLANs()
    {
        NetLbfoTeamNicView first = Assert.Single(NicsOf(_one));
        Assert.Equal(("Team", null, true), (first.Name, first.VlanId, first.IsPrimary));

        AddNic(_one, 42);

        NetLbfoTeamNicView made = NicsOf(_one)[1];
        Assert.Equal(("Team - VLAN 42", 42, false), (made.Name, made.VlanId, made.IsPrimary));
        NetworkAdapterView adapter = _lab.Adapter(_one, made.Name);
        Assert.Equal(NetworkAdapterKind.TeamNic, adapter.Kind);
        Assert.Equal(_lab.Adapter(_one, "Team").MacAddress, adapter.MacAddress);
        Assert.Equal((2_000_000_000, true), (adapter.LinkSpeedBitsPerSecond, adapter.IsUp));
        Assert.Equal(["Team", made.Name], Assert.Single(
            _lab.Lab.Views<NetLbfoTeamView>("Team"), team => team.ComputerKey == _one.Number && team.IsTeam).TeamNics);
    }

    [Fact]
    public void Adapters_of_one_VLAN_hear_each_other_and_nobody_else()
    {
        Address(_one, AddNic(_one, 42), "10.42.0.1");
        Address(_two, AddNic(_two, 42), "10.42.0.2");
        Address(_two, AddNic(_two, 43), "10.42.0.3");

        Assert.True(Reaches(_one, "10.42.0.2"));
        Assert.False(Reaches(_one, "10.42.0.3"));
        Assert.True(Reaches(_one, _lab.Adapter(_two, "Team").IPAddress!));
        Assert.Equal(
            [42],
            _lab.Lab.Views<SwitchEntryView>(_lab.Adapter(_two, "Team").MacAddress)
                .Select(entry => entry.VlanId).Where(static vlan => vlan != 0).Distinct().Order().Except([43]));
    }

    [Fact]
    public void A_VLAN_that_a_port_of_the_physical_switch_leaves_out_is_cut_off()
    {
        Address(_one, AddNic(_one, 42), "10.42.0.1");
        Address(_two, AddNic(_two, 42), "10.42.0.2");
        Trunk("1-41");
        Assert.False(Reaches(_one, "10.42.0.2"));

        Trunk("1-42");

        Assert.True(Reaches(_one, "10.42.0.2"));
    }

    [Fact]
    public void The_first_adapter_can_be_in_a_VLAN_and_in_its_default_mode_again()
    {
        string? address = _lab.Adapter(_one, "Team").IPAddress;
        Assert.StartsWith("192.168.10.", address, StringComparison.Ordinal);

        _lab.Do(new SetNetLbfoTeamNic { Computer = _one, Name = "Team", VlanID = 5 });

        Assert.Equal(5, Assert.Single(NicsOf(_one)).VlanId);
        Assert.StartsWith("169.254.", _lab.Adapter(_one, "Team - VLAN 5").IPAddress, StringComparison.Ordinal);

        _lab.Do(new SetNetLbfoTeamNic { Computer = _one, Name = "Team - VLAN 5", Default = true });

        Assert.Null(Assert.Single(NicsOf(_one)).VlanId);
        Assert.StartsWith("192.168.10.", _lab.Adapter(_one, "Team").IPAddress, StringComparison.Ordinal);
    }

    [Fact]
    public void An_adapter_keeps_a_name_that_somebody_gave_it()
    {
        _lab.Do(new AddNetLbfoTeamNic { Computer = _one, Team = "Team", VlanID = 42, Name = "Backup" });
        _lab.Do(new SetNetLbfoTeamNic { Computer = _one, Name = "Backup", VlanID = 43 });

        Assert.Equal(("Backup", 43), (NicsOf(_one)[1].Name, NicsOf(_one)[1].VlanId));
    }

    [Fact]
    public void An_adapter_goes_with_its_addresses_and_all_go_with_the_team()
    {
        string nic = AddNic(_one, 42);
        Address(_one, nic, "10.42.0.1");
        AddNic(_one, 43);

        _lab.Do(new RemoveNetLbfoTeamNic { Computer = _one, Team = "Team", VlanID = 42 });
        Assert.DoesNotContain(_lab.Lab.Views<NetworkAdapterView>(), adapter => adapter.IPAddress == "10.42.0.1");
        _lab.Do(new RemoveNetLbfoTeam { Computer = _one, Name = "Team" });

        Assert.Empty(NicsOf(_one));
        Assert.Single(_lab.Lab.Views<NetLbfoTeamNicView>(), nic => nic.Team is not null);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        AddNic(_one, 42);
        Assert.Equal("NetLbfoTeamNicVlanTaken", RefusalOfNic(42));
        Assert.Equal("NetLbfoTeamNicVlanNotPossible", RefusalOfNic(4095));
        Assert.Equal("NetAdapterNameTaken", RefusalOfNic(43, "Team"));
        Assert.Equal("NetLbfoTeamNicPrimary", _lab.Refused(
            new RemoveNetLbfoTeamNic { Computer = _one, Team = "Team", VlanID = null }).Error.Key);
        Assert.Equal("NoNetLbfoTeamNicOfVlan", _lab.Refused(
            new RemoveNetLbfoTeamNic { Computer = _one, Team = "Team", VlanID = 7 }).Error.Key);
        Assert.Equal("NoSuchNetLbfoTeamNic", _lab.Refused(
            new SetNetLbfoTeamNic { Computer = _one, Name = NetworkLab.NicOne, VlanID = 7 }).Error.Key);
        Assert.Equal("NetLbfoTeamNicDefaultNotPossible", _lab.Refused(
            new SetNetLbfoTeamNic { Computer = _one, Name = "Team - VLAN 42", Default = true }).Error.Key);
        Assert.Equal("NetLbfoTeamNicVlanOrDefault", _lab.Refused(
            new SetNetLbfoTeamNic { Computer = _one, Name = "Team" }).Error.Key);
        Assert.Equal("TeamStandbyNotPossible", Refusal(NicThree, TeamMemberMode.Standby, NicFour));
    }

    [Fact]
    public void A_virtual_switch_takes_a_team_with_one_adapter_only_and_leaves_it_that_one()
    {
        var request = new NewVMSwitch { Name = "VMs", Computer = _one, NetAdapterName = ["Team"] };
        AddNic(_one, 42);
        Assert.Equal("VMSwitchOnTeamWithVlans", _lab.Refused(request).Error.Key);
        Assert.Equal("VMSwitchOnTeamWithVlans", _lab.Refused(
            request with { NetAdapterName = ["Team - VLAN 42"] }).Error.Key);

        _lab.Do(new RemoveNetLbfoTeamNic { Computer = _one, Team = "Team", VlanID = 42 });
        _lab.Do(request);

        Assert.Equal("NetLbfoTeamNicsInSwitch", RefusalOfNic(42));
        Assert.Equal("NetLbfoTeamNicsInSwitch", _lab.Refused(
            new SetNetLbfoTeamNic { Computer = _one, Name = "Team", VlanID = 5 }).Error.Key);
    }

    [Fact]
    public void A_member_stands_by_and_carries_again()
    {
        SetMember(NicFour, TeamMemberMode.Standby);
        Assert.False(MemberOf(NicFour).IsActive);

        _lab.Do(new DisconnectNetAdapter { Computer = _one, Name = NicThree });
        Assert.True(MemberOf(NicFour).IsActive);

        _lab.Do(new ConnectNetAdapter { Computer = _one, Name = NicThree });
        SetMember(NicFour, TeamMemberMode.Active);
        Assert.Equal((true, true), (MemberOf(NicThree).IsActive, MemberOf(NicFour).IsActive));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_team_keeps_the_MAC_address_of_a_member_that_left_until_it_comes_up_anew(bool byRestartOfHost)
    {
        Address(_one, AddNic(_one, 42), "10.42.0.1");
        Address(_two, AddNic(_two, 42), "10.42.0.2");
        string first = _lab.Adapter(_one, NicThree).MacAddress;
        _lab.Do(new RemoveNetLbfoTeamMember { Computer = _one, Team = "Team", Name = NicThree });
        Assert.Equal(first, _lab.Adapter(_one, "Team").MacAddress);

        _lab.Do(byRestartOfHost
            ? new RestartHost { Computer = _one }
            : new RestartNetAdapter { Computer = _one, Name = "Team" });
        _lab.Advance(600);

        string second = _lab.Adapter(_one, NicFour).MacAddress;
        Assert.Equal(second, _lab.Adapter(_one, "Team").MacAddress);
        Assert.Equal(second, _lab.Adapter(_one, "Team - VLAN 42").MacAddress);
        Assert.True(Reaches(_one, "10.42.0.2"));
        Assert.Equal(1, _lab.Lab.Views<NetworkAdapterView>().Count(adapter => adapter.MacAddress == first));
    }

    private Key<PhysicalComputer> AddTeamed(string name)
    {
        Key<PhysicalComputer> host = _lab.AddHyperVHost(name, "HyperVServer2012R2");
        _lab.Arrange(state =>
        {
            for (int count = 0; count < 2; count++)
            {
                Adapters.AddPhysical(
                    state, host, NetworkSettings.LinkSpeedBitsPerSecond, new Key<PhysicalSwitch>(1));
            }
        });
        _lab.Do(new NewNetLbfoTeam { Computer = host, Name = "Team", TeamMembers = [NicThree, NicFour] });
        return host;
    }

    private string AddNic(Key<PhysicalComputer> host, int vlanId)
    {
        _lab.Do(new AddNetLbfoTeamNic { Computer = host, Team = "Team", VlanID = vlanId });
        return $"Team - VLAN {NetworkRules.Text(vlanId)}";
    }

    private void Address(Key<PhysicalComputer> host, string nic, string address) =>
        _lab.Do(new NewNetIPAddress { Computer = host, InterfaceAlias = nic, IPAddress = address });

    private bool Reaches(Key<PhysicalComputer> host, string address)
    {
        PingStatus status = default;
        _lab.Arrange(state => status = Reachability.Probe(state, host, address, 1, 1).Status);
        return status == PingStatus.Success;
    }

    private void Trunk(string vlans) => _lab.Arrange(state =>
    {
        foreach (NetworkAdapter member in Adapters.Of(state, _two).Where(static one => one.Bond is not null))
        {
            PortVlans.Set(
                state,
                new Key<PhysicalSwitch>(1),
                new SwitchPort(member.Key, null),
                new PortVlan(PortVlanMode.Trunk, 0, 0, vlans));
        }
    });

    private List<NetLbfoTeamNicView> NicsOf(Key<PhysicalComputer> host) =>
        [.. _lab.Lab.Views<NetLbfoTeamNicView>().Where(nic => nic.Team is not null && nic.ComputerKey == host.Number)];

    private NetLbfoTeamMemberView MemberOf(string name) => Assert.Single(
        _lab.Lab.Views<NetLbfoTeamMemberView>(name), member => member.ComputerKey == _one.Number);

    private void SetMember(string name, TeamMemberMode mode) => _lab.Do(MemberRequest(name, mode));

    private SetNetLbfoTeamMember MemberRequest(string name, TeamMemberMode mode) =>
        new() { Computer = _one, Team = "Team", Name = name, AdministrativeMode = mode };

    private string Refusal(string name, TeamMemberMode mode, string standby)
    {
        SetMember(standby, TeamMemberMode.Standby);
        return _lab.Refused(MemberRequest(name, mode)).Error.Key;
    }

    private string RefusalOfNic(int vlanId, string? name = null) => _lab.Refused(
        new AddNetLbfoTeamNic { Computer = _one, Team = "Team", VlanID = vlanId, Name = name }).Error.Key;
}
