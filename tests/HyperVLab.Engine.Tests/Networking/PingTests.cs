using System.Text.RegularExpressions;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Networking;

public sealed class PingTests
{
    private const string Web = "192.168.10.50";
    private const string WebMac = "00155D0A1500";

    [Fact]
    public void FourPingsAreAnsweredWithinAMillisecondAndEndTheJob()
    {
        using TestLab lab = NetworkLab.Create();

        PingView ping = lab.Make<PingView>(new TestConnection { TargetName = "DC1" });

        Assert.Equal((4, 4, 0), (ping.Sent, ping.Received, ping.Lost));
        Assert.Equal(TimeSpan.FromSeconds(3), ping.EndTime - ping.StartTime);
        Assert.All(lab.Lab.Ask(new PingReplyQuery(ping.Key)), reply =>
        {
            Assert.Equal(PingStatus.Success, reply.Status);
            Assert.Equal("192.168.10.100", reply.From);
            Assert.InRange(reply.Roundtrip!.Value, TimeSpan.FromTicks(1), TimeSpan.FromMilliseconds(1));
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(42)]
    [InlineData(1234567)]
    public void APoweredOffHostsGuestTimesOutThenIsUnreachableThenAnswersAgainElsewhere(long seed)
    {
        using TestLab lab = NetworkLab.Create(seed);
        Key<PhysicalComputer> first = lab.AddHyperVHost("HVR2NODO1");
        Key<PhysicalComputer> second = lab.AddHyperVHost("HVR2NODO2");
        Key<VirtualSwitch> surviving = lab.AddSwitch(first);
        Key<Station> web = lab.AddGuest(lab.AddSwitch(second), Web, WebMac);
        lab.AddGuest(surviving, "192.168.10.51", "00155D0A1501");
        int toWeb = lab.BeginPing(Web);
        int toDb = lab.BeginPing("192.168.10.51");
        lab.Advance(20.5);

        lab.Do(new StopHost { Computer = second, TurnOff = true });
        lab.Arrange(state => Stations.SetUp(state, web, false));
        lab.Advance(70);
        lab.Arrange(state => Stations.Connect(state, web, surviving));
        lab.Advance(20);
        lab.Arrange(state => Stations.SetUp(state, web, true));
        lab.Advance(20);

        Assert.Matches(new Regex("^!{21}\\.{6,60}U{20,90}!{17,}$"), lab.Timeline(toWeb));
        Assert.Matches(new Regex("^!+$"), lab.Timeline(toDb));
        string own = Assert.Single(lab.Lab.Views<NetworkAdapterView>(), one => one.ComputerName == "ADMIN1").IPAddress!;
        Assert.All(
            lab.Lab.Ask(new PingReplyQuery(toWeb)).Where(one => one.Status == PingStatus.DestinationHostUnreachable),
            reply => Assert.Equal(own, reply.From));
    }

    [Fact]
    public void ADeadGuestIsBelievedInForAtMostFiftyThreeSecondsAfterItLastAnswered()
    {
        for (int seed = 0; seed < 30; seed++)
        {
            using TestLab lab = NetworkLab.Create(seed);
            Key<Station> web = lab.AddGuest(lab.AddSwitch(lab.AddHyperVHost("HV1")), Web, WebMac);
            int ping = lab.BeginPing(Web);
            lab.Advance(30.5);
            lab.Arrange(state => Stations.SetUp(state, web, false));
            lab.Advance(120);

            Match match = Regex.Match(lab.Timeline(ping), "^!{31}(\\.+)U+\\?*$");
            Assert.True(match.Success, $"seed {seed}: {lab.Timeline(ping)}");
            Assert.InRange(match.Groups[1].Length, 1, 53);
        }
    }

    [Fact]
    public void DuringALiveMigrationOnlyPingsSentInTheBlackoutAreLost()
    {
        using TestLab lab = NetworkLab.Create();
        Key<VirtualSwitch> source = lab.AddSwitch(lab.AddHyperVHost("HV1"));
        Key<VirtualSwitch> target = lab.AddSwitch(lab.AddHyperVHost("HV2"));
        Key<Station> web = lab.AddGuest(source, Web, WebMac);
        int ping = lab.BeginPing(Web);
        lab.Advance(9.6);

        lab.Arrange(state => Stations.SetUp(state, web, false));
        lab.Advance(1.5);
        lab.Arrange(state =>
        {
            Stations.Connect(state, web, target);
            Stations.SetUp(state, web, true);
        });
        lab.Advance(60);

        Assert.Matches(new Regex("^!{10}\\.\\.!{60}$"), lab.Timeline(ping));
    }

    [Fact]
    public void WithoutAnAnnouncementTheSwitchSendsFramesToTheOldPortUntilItForgets()
    {
        using TestLab lab = NetworkLab.Create();
        Key<VirtualSwitch> source = lab.AddSwitch(lab.AddHyperVHost("HV1"));
        Key<VirtualSwitch> target = lab.AddSwitch(lab.AddHyperVHost("HV2"));
        Key<Station> web = lab.AddGuest(source, Web, WebMac);
        int ping = lab.BeginPing(Web);
        lab.Advance(5.5);

        lab.Arrange(state => Stations.PlugInto(state, state.Stations[web], target));
        lab.Advance(5);
        Assert.Matches(new Regex("^!{6}[.?]+$"), lab.Timeline(ping));

        lab.Arrange(state => Stations.Announce(state, web));
        lab.Advance(5);
        Assert.EndsWith("!!!!", lab.Timeline(ping), StringComparison.Ordinal);
    }

    [Fact]
    public void NobodyAtAnAddressIsUnreachableAfterThreeSeconds()
    {
        using TestLab lab = NetworkLab.Create();

        PingView ping = lab.Make<PingView>(new TestConnection { TargetName = "192.168.10.77", Count = 2 });

        Assert.Equal((2, 0, 2), (ping.Sent, ping.Received, ping.Lost));
        Assert.Equal(TimeSpan.FromSeconds(4), ping.EndTime - ping.StartTime);
        Assert.Equal("UU", lab.Timeline(ping.Key));
    }

    [Fact]
    public void ATimeOutShorterThanAskingForTheAddressComesFirst()
    {
        using TestLab lab = NetworkLab.Create();

        PingView ping = lab.Make<PingView>(
            new TestConnection { TargetName = "192.168.10.77", Count = 1, TimeoutSeconds = 2 });

        Assert.Equal(".", lab.Timeline(ping.Key));
        Assert.Equal(TimeSpan.FromSeconds(2), ping.EndTime - ping.StartTime);
    }

    [Fact]
    public void AnAddressOfAnotherSubnetWithoutAGatewayHasNoRoute()
    {
        using TestLab lab = NetworkLab.Create();

        PingView ping = lab.Make<PingView>(new TestConnection { TargetName = "10.1.1.1", Count = 1 });

        PingReplyView reply = Assert.Single(lab.Lab.Ask(new PingReplyQuery(ping.Key)));
        Assert.Equal(PingStatus.DestinationNetworkUnreachable, reply.Status);
    }

    [Fact]
    public void AComputerAnswersItself()
    {
        using TestLab lab = NetworkLab.Create();

        PingView ping = lab.Make<PingView>(new TestConnection { TargetName = "localhost", Count = 1 });

        Assert.Equal(1, ping.Received);
    }

    [Fact]
    public void AnUnknownNameIsRefusedAsTestConnectionRefusesIt()
    {
        using TestLab lab = NetworkLab.Create();

        LabException refusal = lab.Refused(new TestConnection { TargetName = "nobody" });

        Assert.Equal(("TestConnectionException", LabErrorCategory.ResourceUnavailable), (refusal.Id, refusal.Category));
    }

    [Fact]
    public void NumbersThatCannotBeAreRefused()
    {
        using TestLab lab = NetworkLab.Create();
        var ping = new TestConnection { TargetName = "DC1" };

        lab.Refused(ping with { Count = 0 });
        lab.Refused(ping with { Delay = 0 });
        lab.Refused(ping with { TimeoutSeconds = 0 });
        lab.Refused(ping with { BufferSize = 65501 });
        lab.Refused(ping, LabCaller.Lab);
    }

    [Fact]
    public void APingWithoutEndKeepsNoWaiterWaitingAndStopsWithItsJob()
    {
        using TestLab lab = NetworkLab.Create();
        JobView job = lab.Begin(new TestConnection { TargetName = "DC1", Repeat = true });

        Assert.False(lab.Lab.CanEnd);
        lab.Advance(2);
        lab.Do(new StopJob { Job = new Key<LabJob>(job.Key) });
        lab.Advance(10);

        Assert.Equal(JobState.Stopped, lab.Lab.View<JobView>(job.Key)!.State);
        Assert.Equal(3, lab.Lab.View<PingView>(job.ResultKey!.Value)!.Sent);
        Assert.False(lab.Lab.TakeEvent());
    }

    [Fact]
    public void PingsEndWithTheComputerThatSendsThem()
    {
        using TestLab lab = NetworkLab.Create();
        JobView job = lab.Begin(new TestConnection { TargetName = "DC1", Repeat = true });
        lab.Advance(2);

        lab.Do(new StopHost { Computer = lab.Computer("ADMIN1"), TurnOff = true });

        JobView ended = lab.Lab.View<JobView>(job.Key)!;
        Assert.Equal((JobState.Failed, "TestConnectionException"), (ended.State, ended.ErrorId));
    }

    [Fact]
    public void ReadingTheNeighboursAndTimelinesChangesNothing()
    {
        using TestLab lab = NetworkLab.Create();
        int ping = lab.BeginPing("DC1");
        lab.Advance(120);
        string before = lab.Lab.StateHash;

        _ = lab.Timeline(ping);
        _ = lab.Lab.Views<ArpEntryView>();
        _ = lab.Lab.Views<SwitchEntryView>();
        _ = lab.Lab.Views<PhysicalSwitchView>();
        _ = lab.Lab.Views<NetworkAdapterView>();

        Assert.Equal(before, lab.Lab.StateHash);
    }

    [Fact]
    public void ATimelineStartsAndEndsWhereItIsAsked()
    {
        using TestLab lab = NetworkLab.Create();
        int ping = lab.BeginPing("DC1");
        lab.Advance(10.5);
        TimeSpan begin = lab.Lab.View<PingView>(ping)!.StartTime;

        PingTimelineView cut = lab.Lab.Ask(new PingTimelineQuery(
            ping, begin + TimeSpan.FromSeconds(2.5), begin + TimeSpan.FromSeconds(6)))!;

        Assert.Equal((begin + TimeSpan.FromSeconds(3), "!!!!"), (cut.StartTime, cut.Symbols));
        Assert.Equal(11, lab.Timeline(ping).Length);
        Assert.Empty(lab.Timeline(ping, begin + TimeSpan.FromSeconds(60)));
    }
}
