using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Networking;

public sealed class TeamTests
{
    private const string NicThree = "Local Area Connection 3";
    private const string NicFour = "Local Area Connection 4";
    private const string Even = "00155D000002";
    private const string Odd = "00155D000003";

    private static readonly string[] s_members = [NicThree, NicFour];

    [Theory]
    [InlineData(WindowsVersion.W2012, LoadBalancingAlgorithm.TransportPorts)]
    [InlineData(WindowsVersion.W2012R2, LoadBalancingAlgorithm.Dynamic)]
    public void A_new_team_is_switch_independent_and_takes_its_first_members_addresses(
        WindowsVersion version, LoadBalancingAlgorithm usual)
    {
        using TestLab lab = Create(version, out Key<PhysicalComputer> host);
        string? address = lab.Adapter(host, NicThree).IPAddress;
        Assert.NotNull(address);

        lab.Do(NewTeam(host));

        NetLbfoTeamView team = TeamOf(lab, host);
        Assert.Equal((TeamingMode.SwitchIndependent, usual), (team.Settings.Mode, team.Settings.Algorithm));
        Assert.Equal(s_members, team.Members);
        Assert.Equal(address, lab.Adapter(host, "Team").IPAddress);
        Assert.Equal(2_000_000_000, lab.Adapter(host, "Team").LinkSpeedBitsPerSecond);

        lab.Do(new RemoveNetLbfoTeam { Computer = host, Name = "team" });
        Assert.Equal(address, lab.Adapter(host, NicThree).IPAddress);
        Assert.DoesNotContain(lab.Lab.Views<NetLbfoTeamView>(), view => view.IsTeam);
    }

    [Fact]
    public void Windows_Server_2008_R2_has_no_teams_and_2012_no_Dynamic()
    {
        using TestLab old = Create(WindowsVersion.W2008R2, out Key<PhysicalComputer> host);
        LabException refusal = old.Refused(NewTeam(host));
        Assert.Equal("NetLbfoTooEarly", refusal.Error.Key);
        Assert.Contains("came with Windows Server 2012", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("2008 R2", refusal.Message, StringComparison.Ordinal);

        using TestLab lab = Create(WindowsVersion.W2012, out host);
        Assert.Equal("NetLbfoDynamicTooEarly", lab.Refused(
            NewTeam(host) with { LoadBalancingAlgorithm = LoadBalancingAlgorithm.Dynamic }).Error.Key);
    }

    [Fact]
    public void A_team_that_cannot_be_is_refused()
    {
        using TestLab lab = Create(WindowsVersion.W2012R2, out Key<PhysicalComputer> host);
        Assert.Equal("TeamMembersNotPossible", lab.Refused(NewTeam(host) with { TeamMembers = [] }).Error.Key);
        Assert.Equal(
            "TeamMembersNotPossible",
            lab.Refused(NewTeam(host) with { TeamMembers = [NicThree, NicThree] }).Error.Key);
        Assert.Equal("NetAdapterNameTaken", lab.Refused(NewTeam(host) with { TeamNicName = NicFour }).Error.Key);
        lab.Do(NewTeam(host));

        Assert.Equal("NetLbfoTeamNameTaken", lab.Refused(NewTeam(host)).Error.Key);
        Assert.Equal(
            "NetAdapterInTeam",
            lab.Refused(NewTeam(host) with { Name = "Other" }).Error.Key);
        Assert.Equal(
            "NetAdapterNotPhysical",
            lab.Refused(NewTeam(host) with { Name = "Other", TeamMembers = ["Team"] }).Error.Key);
        Assert.Equal("TeamNothingToChange", lab.Refused(
            new SetNetLbfoTeam { Computer = host, Name = "Team" }).Error.Key);
        Assert.Equal("NoSuchNetLbfoTeam", lab.Refused(
            new RemoveNetLbfoTeam { Computer = host, Name = "None" }).Error.Key);
        lab.AddSwitch(host, "Team");
        Assert.Equal("NetAdapterInVMSwitch", lab.Refused(
            new RemoveNetLbfoTeam { Computer = host, Name = "Team" }).Error.Key);
    }

    [Theory]
    [InlineData(LoadBalancingAlgorithm.HyperVPort)]
    [InlineData(LoadBalancingAlgorithm.Dynamic)]
    public void Each_machine_has_a_member_of_its_own_and_goes_to_the_other_when_it_fails(
        LoadBalancingAlgorithm algorithm)
    {
        using TestLab lab = Create(WindowsVersion.W2012R2, out Key<PhysicalComputer> host);
        lab.Do(NewTeam(host) with { LoadBalancingAlgorithm = algorithm });
        Key<VirtualSwitch> virtualSwitch = lab.AddSwitch(host, "Team");
        lab.AddGuest(virtualSwitch, "192.168.10.61", Even);
        lab.AddGuest(virtualSwitch, "192.168.10.62", Odd);
        Assert.Equal([NicThree, NicFour], new[] { PortOf(lab, Even), PortOf(lab, Odd) });

        lab.Do(new DisconnectNetAdapter { Computer = host, Name = NicFour });

        Assert.Equal([NicThree, NicThree], new[] { PortOf(lab, Even), PortOf(lab, Odd) });
        Assert.Equal(1, TeamOf(lab, host).WorkingCount);
        Assert.Equal((1, 1), (Pinged(lab, "192.168.10.61"), Pinged(lab, "192.168.10.62")));

        lab.Do(new ConnectNetAdapter { Computer = host, Name = NicFour });
        Assert.Equal([NicThree, NicFour], new[] { PortOf(lab, Even), PortOf(lab, Odd) });
        Assert.Equal((1, 1), (Pinged(lab, "192.168.10.61"), Pinged(lab, "192.168.10.62")));
    }

    [Fact]
    public void A_team_that_balances_by_addresses_hears_by_one_member()
    {
        using TestLab lab = Create(WindowsVersion.W2012R2, out Key<PhysicalComputer> host);
        lab.Do(NewTeam(host) with { LoadBalancingAlgorithm = LoadBalancingAlgorithm.IPAddresses });
        Key<VirtualSwitch> virtualSwitch = lab.AddSwitch(host, "Team");
        lab.AddGuest(virtualSwitch, "192.168.10.61", Even);
        lab.AddGuest(virtualSwitch, "192.168.10.62", Odd);

        Assert.Equal([NicThree, NicThree], new[] { PortOf(lab, Even), PortOf(lab, Odd) });
        lab.Do(new DisconnectNetAdapter { Computer = host, Name = NicThree });
        Assert.Equal([NicFour, NicFour], new[] { PortOf(lab, Even), PortOf(lab, Odd) });
    }

    [Fact]
    public void A_running_ping_loses_at_most_one_when_a_member_fails()
    {
        using TestLab lab = Create(WindowsVersion.W2012R2, out Key<PhysicalComputer> host);
        lab.Do(NewTeam(host));
        lab.AddGuest(lab.AddSwitch(host, "Team"), "192.168.10.61", Odd);
        int ping = lab.BeginPing("192.168.10.61");
        lab.Advance(10);
        lab.Do(new DisconnectNetAdapter { Computer = host, Name = NicFour });
        lab.Advance(10);
        lab.Do(new ConnectNetAdapter { Computer = host, Name = NicFour });
        lab.Advance(10);

        Assert.InRange(lab.Timeline(ping).Count(symbol => symbol != '!'), 0, 1);
    }

    [Theory]
    [InlineData(TeamingMode.Static, false)]
    [InlineData(TeamingMode.Lacp, true)]
    public void A_team_with_a_channel_carries_only_where_the_switch_knows_it(TeamingMode mode, bool isLacp)
    {
        using TestLab lab = Create(WindowsVersion.W2012R2, out Key<PhysicalComputer> host);
        lab.Do(NewTeam(host) with { TeamingMode = mode });
        lab.AddGuest(lab.AddSwitch(host, "Team"), "192.168.10.61", Odd);
        Assert.Equal((0, 0), (TeamOf(lab, host).WorkingCount, Pinged(lab, "192.168.10.61")));

        SetChannel(lab, host, NicThree, 1, !isLacp);
        Assert.Equal(0, Pinged(lab, "192.168.10.61"));
        SetChannel(lab, host, NicThree, 1, isLacp);
        Assert.Equal((1, 1), (TeamOf(lab, host).WorkingCount, Pinged(lab, "192.168.10.61")));
        SetChannel(lab, host, NicFour, 1, isLacp);
        Assert.Equal((2, 1), (TeamOf(lab, host).WorkingCount, Pinged(lab, "192.168.10.61")));

        lab.Do(new DisconnectNetAdapter { Computer = host, Name = NicThree });
        Assert.Equal(1, Pinged(lab, "192.168.10.61"));
        lab.Do(new DisconnectNetAdapter { Computer = host, Name = NicFour });
        Assert.Equal(0, Pinged(lab, "192.168.10.61"));
    }

    [Fact]
    public void Hosts_hear_each_other_by_a_team_while_it_works()
    {
        using TestLab lab = Create(WindowsVersion.W2012R2, out Key<PhysicalComputer> host);
        Key<PhysicalComputer> other = lab.AddHyperVHost("HV2");
        lab.Do(NewTeam(host));
        bool Connected() => lab.Read(state => HostLinks.Connected(
            state,
            Adapters.Find(state, host, "Team")!.Key,
            Adapters.Find(state, other, NetworkLab.NicOne)!.Key));
        Assert.True(Connected());

        lab.Do(new SetNetLbfoTeam { Computer = host, Name = "Team", TeamingMode = TeamingMode.Lacp });

        Assert.False(Connected());
        SetChannel(lab, host, NicThree, 1, isLacp: true);
        Assert.True(Connected());
    }

    [Fact]
    public void A_standby_member_carries_while_another_cannot()
    {
        using TestLab lab = Create(WindowsVersion.W2012R2, out Key<PhysicalComputer> host);
        lab.Do(NewTeam(host) with { TeamMembers = [NicThree] });
        lab.Do(new AddNetLbfoTeamMember
        {
            Computer = host, Name = NicFour, Team = "Team", AdministrativeMode = TeamMemberMode.Standby,
        });
        lab.AddGuest(lab.AddSwitch(host, "Team"), "192.168.10.61", Odd);
        Assert.Equal(NicThree, PortOf(lab, Odd));
        Assert.False(Member(lab, host, NicFour).IsActive);
        Assert.Equal("TeamStandbyNotPossible", lab.Refused(
            new SetNetLbfoTeam { Computer = host, Name = "Team", TeamingMode = TeamingMode.Lacp }).Error.Key);
        Assert.Equal("TeamLastMember", lab.Refused(
            new RemoveNetLbfoTeamMember { Computer = host, Name = NicThree, Team = "Team" }).Error.Key);

        lab.Do(new DisconnectNetAdapter { Computer = host, Name = NicThree });

        Assert.True(Member(lab, host, NicFour).IsActive);
        Assert.Equal((NicFour, 1), (PortOf(lab, Odd), Pinged(lab, "192.168.10.61")));
    }

    [Fact]
    public void Members_come_and_go_while_machines_are_reached()
    {
        using TestLab lab = Create(WindowsVersion.W2012R2, out Key<PhysicalComputer> host);
        lab.Do(NewTeam(host));
        lab.AddGuest(lab.AddSwitch(host, "Team"), "192.168.10.61", Odd);

        lab.Do(new RemoveNetLbfoTeamMember { Computer = host, Name = NicFour, Team = "Team" });
        Assert.NotNull(lab.Adapter(host, NicFour).IPAddress);
        Assert.Equal((NicThree, 1), (PortOf(lab, Odd), Pinged(lab, "192.168.10.61")));
        Assert.Equal(1_000_000_000, lab.Adapter(host, "Team").LinkSpeedBitsPerSecond);

        lab.Do(new AddNetLbfoTeamMember { Computer = host, Name = NicFour, Team = "Team" });
        Assert.Null(lab.Adapter(host, NicFour).IPAddress);
        Assert.Equal((NicFour, 1), (PortOf(lab, Odd), Pinged(lab, "192.168.10.61")));
    }

    [Fact]
    public void Windows_Server_2022_takes_a_team_only_when_told_and_2025_never()
    {
        using TestLab lab = Create(WindowsVersion.W2022, out Key<PhysicalComputer> host);
        lab.Do(NewTeam(host));
        NewVMSwitch request = SwitchOn(host, "Team");
        LabException refusal = lab.Refused(request);
        Assert.Contains("AllowNetLbfoTeams option in New-VMSwitch", refusal.Message, StringComparison.Ordinal);
        lab.Do(request with { AllowNetLbfoTeams = true });

        using TestLab later = Create(WindowsVersion.W2025, out host);
        later.Do(NewTeam(host));
        refusal = later.Refused(SwitchOn(host, "Team") with { AllowNetLbfoTeams = true });
        Assert.Contains("may not be attached", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(WindowsVersion.W2016, LoadBalancingAlgorithm.Dynamic)]
    [InlineData(WindowsVersion.W2019, LoadBalancingAlgorithm.HyperVPort)]
    public void A_switch_embeds_the_team_of_several_adapters(WindowsVersion version, LoadBalancingAlgorithm usual)
    {
        using TestLab lab = Create(version, out Key<PhysicalComputer> host);
        string address = lab.Adapter(host, NicThree).IPAddress!;
        VirtualSwitchView made = lab.Make<VirtualSwitchView>(
            SwitchOn(host, NicThree, NicFour) with { AllowManagementOS = true });
        var key = new Key<VirtualSwitch>(made.Key);
        Assert.Equal("Teamed-Interface", made.NetAdapterInterfaceDescription);
        Assert.Equal(2, made.NetAdapterInterfaceDescriptions.Count);
        VMSwitchTeamView team = Assert.Single(lab.Lab.Views<VMSwitchTeamView>(), view => view.Settings is not null);
        Assert.Equal(usual, team.Settings!.Algorithm);
        Assert.Equal(1, Pinged(lab, address));

        lab.AddGuest(key, "192.168.10.61", Even);
        lab.AddGuest(key, "192.168.10.62", Odd);
        Assert.NotEqual(PortOf(lab, Even), PortOf(lab, Odd));
        lab.Do(new DisconnectNetAdapter { Computer = host, Name = NicThree });
        Assert.Equal((1, 1), (Pinged(lab, "192.168.10.61"), Pinged(lab, "192.168.10.62")));
        lab.Do(new ConnectNetAdapter { Computer = host, Name = NicThree });

        lab.Do(new RemoveVMSwitchTeamMember { VMSwitch = key, NetAdapterName = [NicThree] });
        Assert.Equal((1, 1), (Pinged(lab, "192.168.10.61"), Pinged(lab, address)));
        Assert.Equal("TeamLastMember", lab.Refused(
            new RemoveVMSwitchTeamMember { VMSwitch = key, NetAdapterName = [NicFour] }).Error.Key);
        lab.Do(new AddVMSwitchTeamMember { VMSwitch = key, NetAdapterName = [NicThree] });
        lab.Do(new SetVMSwitchTeam
        {
            VMSwitch = key,
            NetAdapterName = [NetworkLab.NicTwo, NicThree],
            LoadBalancingAlgorithm = LoadBalancingAlgorithm.Dynamic,
        });
        Assert.Equal((1, 1), (Pinged(lab, "192.168.10.61"), Pinged(lab, address)));
        Assert.Equal("VMSwitchTeamAlgorithm", lab.Refused(
            new SetVMSwitchTeam { VMSwitch = key, TeamingMode = TeamingMode.Lacp }).Error.Key);

        lab.Arrange(state => state.Stations.ToList().ForEach(one => Stations.SetUp(state, one.Key, false)));
        lab.Do(new RemoveVMSwitch { VMSwitch = key });
        Assert.Equal(address, lab.Adapter(host, NetworkLab.NicTwo).IPAddress);
        Assert.DoesNotContain(
            lab.Lab.Views<NetworkAdapterView>(), view => view.Kind == NetworkAdapterKind.EmbeddedTeam);
    }

    [Fact]
    public void A_switch_without_an_embedded_team_takes_no_members()
    {
        using TestLab lab = Create(WindowsVersion.W2016, out Key<PhysicalComputer> host);
        Key<VirtualSwitch> plain = lab.AddSwitch(host);
        Assert.Equal("VMSwitchWithoutTeam", lab.Refused(
            new AddVMSwitchTeamMember { VMSwitch = plain, NetAdapterName = [NicThree] }).Error.Key);
        Assert.Equal("VMSwitchEmbeddingSwitchedOff", lab.Refused(
            SwitchOn(host, NicThree, NicFour) with { EnableEmbeddedTeaming = false }).Error.Key);

        var single = new Key<VirtualSwitch>(lab.Make<VirtualSwitchView>(
            SwitchOn(host, NicThree) with { EnableEmbeddedTeaming = true }).Key);
        lab.Do(new AddVMSwitchTeamMember { VMSwitch = single, NetAdapterName = [NicFour] });
        Assert.Equal("VMSwitchHasTeam", lab.Refused(
            new SetVMSwitch { VMSwitch = single, NetAdapterName = NetworkLab.NicOne }).Error.Key);
        lab.Do(new SetVMSwitch { VMSwitch = single, SwitchType = VMSwitchType.Private });
        Assert.Null(lab.Adapter(host, NicFour).BondName);
    }

    private static TestLab Create(WindowsVersion version, out Key<PhysicalComputer> host)
    {
        TestLab lab = NetworkLab.Create();
        Key<PhysicalComputer> made = lab.AddHyperVHost(
            "HV1", Editions.All.First(one => one.Version == version && !one.IsClient).Id);
        lab.Arrange(state =>
        {
            for (int count = 0; count < 2; count++)
            {
                NetworkAdapter card = Adapters.AddPhysical(
                    state, made, NetworkSettings.LinkSpeedBitsPerSecond, new Key<PhysicalSwitch>(1));
                Addresses.AskPool(state, card);
            }
        });
        host = made;
        return lab;
    }

    private static NewNetLbfoTeam NewTeam(Key<PhysicalComputer> host) =>
        new() { Computer = host, Name = "Team", TeamMembers = s_members };

    private static NewVMSwitch SwitchOn(Key<PhysicalComputer> host, params string[] adapters) =>
        new() { Name = "Teamed", Computer = host, NetAdapterName = adapters, AllowManagementOS = false };

    private static NetLbfoTeamView TeamOf(TestLab lab, Key<PhysicalComputer> host) => Assert.Single(
        lab.Lab.Views<NetLbfoTeamView>("Team"), view => view.IsTeam && view.ComputerKey == host.Number);

    private static NetLbfoTeamMemberView Member(TestLab lab, Key<PhysicalComputer> host, string name) => Assert.Single(
        lab.Lab.Views<NetLbfoTeamMemberView>(name), view => view.ComputerKey == host.Number);

    private static void SetChannel(TestLab lab, Key<PhysicalComputer> host, string nic, int group, bool isLacp) =>
        lab.Do(new SetPhysicalSwitchPort
        {
            PhysicalSwitch = new Key<PhysicalSwitch>(1),
            Adapter = new Key<NetworkAdapter>(lab.Adapter(host, nic).Key),
            ChannelGroup = group,
            Lacp = isLacp,
        });

    private static string PortOf(TestLab lab, string mac) =>
        Assert.Single(lab.Lab.Views<SwitchEntryView>(mac)).Port["HV1: ".Length..];

    private static int Pinged(TestLab lab, string address) =>
        lab.Make<PingView>(new TestConnection { TargetName = address, Count = 1 }).Received;
}
