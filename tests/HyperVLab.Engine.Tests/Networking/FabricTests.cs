using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Tests.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Networking;

public sealed class FabricTests
{
    private static Key<PhysicalSwitch> AddSwitch(TestLab lab, string name, Key<PhysicalSwitch>? uplink = null) => new(
        lab.Make<PhysicalSwitchView>(new AddPhysicalSwitch { Name = name, Uplink = uplink }).Key);

    [Fact]
    public void SwitchesLearnOnTheWayAndForgetWhatSendsNothingForFiveMinutes()
    {
        using TestLab lab = NetworkLab.Create();
        Key<PhysicalComputer> host = lab.AddHyperVHost("HV1");
        Key<PhysicalSwitch> module = AddSwitch(lab, "ESM", new Key<PhysicalSwitch>(1));
        lab.Do(new ConnectNetAdapter { Computer = host, Name = NetworkLab.NicOne, PhysicalSwitch = module });

        Assert.Equal(4, lab.Make<PingView>(new TestConnection { TargetName = "HV1" }).Received);

        string mac = lab.Adapter(host).MacAddress;
        IReadOnlyList<SwitchEntryView> entries = lab.Lab.Views<SwitchEntryView>(mac);
        Assert.Equal(
            ["ESM: HV1: " + NetworkLab.NicOne, "LAN: ESM"],
            entries.Select(one => $"{one.SwitchName}: {one.Port}").Order(StringComparer.Ordinal));
        Assert.All(entries, entry => Assert.False(entry.HasAged));
        lab.Advance(301);
        Assert.All(lab.Lab.Views<SwitchEntryView>(mac), entry => Assert.True(entry.HasAged));
        Assert.Equal(0, lab.View<PhysicalSwitchView>("ESM").MacAddressCount);
    }

    [Fact]
    public void APulledCableLosesWhatIsBehindItUntilItIsPluggedInAgain()
    {
        using TestLab lab = NetworkLab.Create();
        Key<PhysicalComputer> host = lab.AddHyperVHost("HV1");
        lab.AddGuest(lab.AddSwitch(host), "192.168.10.60", "00155D000001");
        var ping = new TestConnection { TargetName = "192.168.10.60", Count = 1 };
        Assert.Equal(1, lab.Make<PingView>(ping).Received);

        lab.Do(new DisconnectNetAdapter { Computer = host, Name = NetworkLab.NicTwo });
        Assert.False(lab.Adapter(host, NetworkLab.NicTwo).IsUp);
        Assert.Equal(0, lab.Make<PingView>(ping).Received);

        lab.Do(new ConnectNetAdapter { Computer = host, Name = NetworkLab.NicTwo });
        Assert.Equal(1, lab.Make<PingView>(ping).Received);
    }

    [Fact]
    public void ABondGoesOnWithTheMemberThatIsLeft()
    {
        using TestLab lab = NetworkLab.Create();
        Key<PhysicalComputer> host = lab.AddHyperVHost("HV1");
        string? address = lab.Adapter(host).IPAddress;
        lab.Do(new NewNetAdapterBond
        {
            Computer = host,
            Name = "Team 1",
            TeamMembers = [NetworkLab.NicOne, NetworkLab.NicTwo],
        });
        Assert.Equal(address, lab.Adapter(host, "Team 1").IPAddress);
        var ping = new TestConnection { TargetName = address!, Count = 1 };
        Assert.Equal(1, lab.Make<PingView>(ping).Received);

        lab.Do(new DisconnectNetAdapter { Computer = host, Name = NetworkLab.NicOne });
        Assert.Equal(1, lab.Make<PingView>(ping).Received);
        lab.Do(new DisconnectNetAdapter { Computer = host, Name = NetworkLab.NicTwo });
        Assert.Equal(0, lab.Make<PingView>(ping).Received);

        lab.Do(new ConnectNetAdapter { Computer = host, Name = NetworkLab.NicTwo });
        lab.Do(new RemoveNetAdapterBond { Computer = host, Name = "Team 1" });
        Assert.Equal(address, lab.Adapter(host).IPAddress);
    }

    [Fact]
    public void ABondThatCannotBeIsRefused()
    {
        using TestLab lab = NetworkLab.Create();
        Key<PhysicalComputer> host = lab.AddHyperVHost("HV1");
        var bond = new NewNetAdapterBond { Computer = host, Name = "Team 1", TeamMembers = [NetworkLab.NicOne] };

        lab.Refused(bond);
        lab.Refused(bond with { TeamMembers = [NetworkLab.NicOne, NetworkLab.NicOne] });
        lab.Refused(bond with { TeamMembers = [NetworkLab.NicOne, "None"] });
        lab.Refused(bond with { Name = NetworkLab.NicOne, TeamMembers = [NetworkLab.NicOne, NetworkLab.NicTwo] });
        lab.Do(new ConnectNetAdapter
        {
            Computer = host,
            Name = NetworkLab.NicTwo,
            PhysicalSwitch = AddSwitch(lab, "Other"),
        });
        lab.Refused(bond with { TeamMembers = [NetworkLab.NicOne, NetworkLab.NicTwo] });
        lab.Refused(new RemoveNetAdapterBond { Computer = host, Name = NetworkLab.NicOne });
    }

    [Fact]
    public void NetworksThatAreNotPluggedTogetherDoNotReachEachOther()
    {
        using TestLab lab = NetworkLab.Create();
        Key<PhysicalComputer> host = lab.AddHyperVHost("HV1");
        string address = lab.Adapter(host).IPAddress!;
        lab.Do(new ConnectNetAdapter
        {
            Computer = host,
            Name = NetworkLab.NicOne,
            PhysicalSwitch = AddSwitch(lab, "Other"),
        });

        Assert.Equal(0, lab.Make<PingView>(new TestConnection { TargetName = address, Count = 1 }).Received);
    }

    [Fact]
    public void HostsAreConnectedWhileBothRunAndTheirNetworksMeet()
    {
        using TestLab lab = NetworkLab.Create();
        Key<PhysicalComputer> one = lab.AddHyperVHost("HV1");
        Key<PhysicalComputer> other = lab.AddHyperVHost("HV2");
        bool Connected() => lab.Lab.Ask(new StateReading<bool>(state => HostLinks.Connected(
            state,
            Adapters.Find(state, one, NetworkLab.NicOne)!.Key,
            Adapters.Find(state, other, NetworkLab.NicOne)!.Key)));
        Assert.True(Connected());

        lab.Do(new DisconnectNetAdapter { Computer = other, Name = NetworkLab.NicOne });
        Assert.False(Connected());
        lab.Do(new ConnectNetAdapter { Computer = other, Name = NetworkLab.NicOne });
        Assert.True(Connected());
        lab.Do(new StopHost { Computer = other, TurnOff = true });
        Assert.False(Connected());
    }

    [Fact]
    public void ASwitchWithoutAFreePortTakesNoMore()
    {
        using var lab = new TestLab();
        var small = new Key<PhysicalSwitch>(
            lab.Make<PhysicalSwitchView>(new AddPhysicalSwitch { Name = "Small", PortCount = 3 }).Key);
        Key<PhysicalComputer> first = lab.AddHost("HV1");
        Key<PhysicalComputer> second = lab.AddHost("HV2");

        Assert.Equal("Small", lab.Adapter(second).PhysicalSwitchName);
        Assert.Null(lab.Adapter(second, NetworkLab.NicTwo).PhysicalSwitchName);
        lab.Refused(new ConnectNetAdapter { Computer = second, Name = NetworkLab.NicTwo, PhysicalSwitch = small });
        lab.Refused(new AddPhysicalSwitch { Name = "Next", Uplink = small });
        Assert.Equal(0, lab.View<PhysicalSwitchView>("Small").FreePortCount);
        Assert.NotEqual(lab.Adapter(first).MacAddress, lab.Adapter(second).MacAddress);
    }

    [Theory]
    [InlineData("LAN", 48)]
    [InlineData("lan", 48)]
    [InlineData("x?", 48)]
    [InlineData("New", 1)]
    [InlineData("New", 5000)]
    public void ASwitchThatCannotBeIsRefused(string name, int portCount)
    {
        using TestLab lab = NetworkLab.Create();

        lab.Refused(new AddPhysicalSwitch { Name = name, PortCount = portCount });
    }

    [Fact]
    public void AnImportWhoseUplinksRunInACircleIsRefused()
    {
        using var lab = new TestLab();
        AddSwitch(lab, "ESM", AddSwitch(lab, "LAN"));
        using var text = new StringWriter();
        lab.Lab.WriteTo(text);
        string damaged = text.ToString().Replace(
            "\"name\":\"LAN\",\"portCount\":48",
            "\"name\":\"LAN\",\"portCount\":48,\"uplink\":2",
            StringComparison.Ordinal);
        Assert.NotEqual(text.ToString(), damaged);

        LabException refusal = Assert.Throws<LabException>(
            () => Lab.ReadFrom(new StringReader(damaged), new Engine.Storage.MemoryDiskStore()));

        Assert.Contains("circle", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ALabThatIsExportedWhileItPingsGoesOnAsTheSource()
    {
        using var lab = new TestLab();
        AddSwitch(lab, "LAN");
        Key<PhysicalComputer> source = lab.AddInstalled("HV1");
        Key<PhysicalComputer> target = lab.AddInstalled("HV2");
        foreach ((Key<PhysicalComputer> host, string address) in new[] { (source, "10.0.0.1"), (target, "10.0.0.2") })
        {
            lab.Do(new NewNetIPAddress { Computer = host, InterfaceAlias = NetworkLab.NicOne, IPAddress = address });
        }

        lab.Begin(new TestConnection { TargetName = "HV2", Source = source, Repeat = true });
        lab.Begin(new TestConnection { TargetName = "10.0.0.77", Source = source, Repeat = true });
        lab.Advance(50.2);
        using var text = new StringWriter();
        lab.Lab.WriteTo(text);

        using Lab copy = Lab.ReadFrom(new StringReader(text.ToString()), new Engine.Storage.MemoryDiskStore());
        copy.Send(new StopHost { Computer = target, TurnOff = true }, LabCaller.Lab);
        copy.AdvanceTo(copy.Now + TimeSpan.FromSeconds(100));
        lab.Do(new StopHost { Computer = target, TurnOff = true });
        lab.Advance(100);

        Assert.Equal(lab.Lab.JournalHash, copy.JournalHash);
        Assert.Equal(lab.Lab.StateHash, copy.StateHash);
        Assert.Matches("^!{51}[.]+U+[?]+$", copy.Ask(new PingTimelineQuery(1))!.Symbols);
    }
}
